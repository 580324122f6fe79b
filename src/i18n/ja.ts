import { answer } from './ja/answer.ts';
import { assignedLessons } from './ja/assigned-lessons.ts';
import { assigning } from './ja/assigning.ts';
import { brief } from './ja/brief.ts';
import { calendar } from './ja/calendar.ts';
import { caseWords } from './ja/case.ts';
import { classify } from './ja/classify.ts';
import { code } from './ja/code.ts';
import { course } from './ja/course.ts';
import { dependsOn } from './ja/depends-on.ts';
import { desk } from './ja/desk.ts';
import { evidence } from './ja/evidence.ts';
import { exposure } from './ja/exposure.ts';
import { house } from './ja/house.ts';
import { indexes } from './ja/indexes.ts';
import { items } from './ja/items.ts';
import { library } from './ja/library.ts';
import { licences } from './ja/licences.ts';
import { mail } from './ja/mail.ts';
import { mails } from './ja/mails.ts';
import { ownHours } from './ja/own-hours.ts';
import { people } from './ja/people.ts';
import { peopleImport } from './ja/people-import.ts';
import { picture } from './ja/picture.ts';
import { pieceFaults } from './ja/piece-faults.ts';
import { plan } from './ja/plan.ts';
import { privacy } from './ja/privacy.ts';
import { readingFaults } from './ja/reading-faults.ts';
import { reports } from './ja/reports.ts';
import { reportsDesk } from './ja/reports-desk.ts';
import { results } from './ja/results.ts';
import { roles } from './ja/roles.ts';
import { safeguards } from './ja/safeguards.ts';
import { sample } from './ja/sample.ts';
import { searching } from './ja/searching.ts';
import { sharing } from './ja/sharing.ts';
import { sheet } from './ja/sheet.ts';
import { shown } from './ja/shown.ts';
import { signals } from './ja/signals.ts';
import { site } from './ja/site.ts';
import { stressTest } from './ja/stress-test.ts';
import { suppliers } from './ja/suppliers.ts';
import { support } from './ja/support.ts';
import { today } from './ja/today.ts';
import { wayIn } from './ja/way-in.ts';
import { web } from './ja/web.ts';
import { welcome } from './ja/welcome.ts';
import { world } from './ja/world.ts';
import { write } from './ja/write.ts';
import type { Words } from './shape.ts';

/** Every word of the interface in Japanese. */
export const ja: Words = {
  ...site,
  brief,
  calendar,
  assignedLessons,
  assigning,
  case: caseWords,
  code,
  course,
  sheet,
  library,
  licences,
  answer,
  mail,
  classify,
  dependsOn,
  indexes,
  items,
  stressTest,
  mails,
  ownHours,
  desk,
  people,
  peopleImport,
  pieceFaults,
  plan,
  privacy,
  roles,
  safeguards,
  sample,
  sharing,
  signals,
  searching,
  shown,
  readingFaults,
  reports,
  reportsDesk,
  results,
  exposure,
  suppliers,
  support,
  today,
  picture,
  house,
  evidence,
  wayIn,
  web,
  welcome,
  world,
  write,
};
