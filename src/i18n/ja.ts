import { answer } from './ja/answer.ts';
import { caseWords } from './ja/case.ts';
import { desk } from './ja/desk.ts';
import { evidence } from './ja/evidence.ts';
import { exposure } from './ja/exposure.ts';
import { library } from './ja/library.ts';
import { licences } from './ja/licences.ts';
import { mail } from './ja/mail.ts';
import { plan } from './ja/plan.ts';
import { privacy } from './ja/privacy.ts';
import { roles } from './ja/roles.ts';
import { sheet } from './ja/sheet.ts';
import { shown } from './ja/shown.ts';
import { signals } from './ja/signals.ts';
import { site } from './ja/site.ts';
import { wayIn } from './ja/way-in.ts';
import { web } from './ja/web.ts';
import { world } from './ja/world.ts';
import { write } from './ja/write.ts';
import type { Words } from './shape.ts';

/** Every word of the interface in Japanese. */
export const ja: Words = {
  ...site,
  case: caseWords,
  sheet,
  library,
  licences,
  answer,
  mail,
  desk,
  plan,
  privacy,
  roles,
  signals,
  shown,
  exposure,
  evidence,
  wayIn,
  web,
  world,
  write,
};
