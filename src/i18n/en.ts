import { answer } from './en/answer.ts';
import { caseWords } from './en/case.ts';
import { desk } from './en/desk.ts';
import { evidence } from './en/evidence.ts';
import { exposure } from './en/exposure.ts';
import { library } from './en/library.ts';
import { licences } from './en/licences.ts';
import { mail } from './en/mail.ts';
import { plan } from './en/plan.ts';
import { privacy } from './en/privacy.ts';
import { roles } from './en/roles.ts';
import { sheet } from './en/sheet.ts';
import { shown } from './en/shown.ts';
import { signals } from './en/signals.ts';
import { site } from './en/site.ts';
import { wayIn } from './en/way-in.ts';
import { web } from './en/web.ts';
import { world } from './en/world.ts';
import { write } from './en/write.ts';

/** Every word of the interface in English, by the room that shows it. Its shape is that of every language. */
export const en = {
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
} as const;
