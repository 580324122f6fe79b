import { answer } from './en/answer.ts';
import { assignedLessons } from './en/assigned-lessons.ts';
import { assigning } from './en/assigning.ts';
import { brief } from './en/brief.ts';
import { calendar } from './en/calendar.ts';
import { caseWords } from './en/case.ts';
import { classify } from './en/classify.ts';
import { code } from './en/code.ts';
import { course } from './en/course.ts';
import { dependsOn } from './en/depends-on.ts';
import { desk } from './en/desk.ts';
import { evidence } from './en/evidence.ts';
import { exposure } from './en/exposure.ts';
import { house } from './en/house.ts';
import { indexes } from './en/indexes.ts';
import { items } from './en/items.ts';
import { library } from './en/library.ts';
import { licences } from './en/licences.ts';
import { mail } from './en/mail.ts';
import { mails } from './en/mails.ts';
import { ownHours } from './en/own-hours.ts';
import { people } from './en/people.ts';
import { peopleImport } from './en/people-import.ts';
import { picture } from './en/picture.ts';
import { pieceFaults } from './en/piece-faults.ts';
import { plan } from './en/plan.ts';
import { privacy } from './en/privacy.ts';
import { readingFaults } from './en/reading-faults.ts';
import { reports } from './en/reports.ts';
import { reportsDesk } from './en/reports-desk.ts';
import { results } from './en/results.ts';
import { roles } from './en/roles.ts';
import { safeguards } from './en/safeguards.ts';
import { sample } from './en/sample.ts';
import { searching } from './en/searching.ts';
import { sharing } from './en/sharing.ts';
import { sheet } from './en/sheet.ts';
import { shown } from './en/shown.ts';
import { signals } from './en/signals.ts';
import { site } from './en/site.ts';
import { stressTest } from './en/stress-test.ts';
import { suppliers } from './en/suppliers.ts';
import { support } from './en/support.ts';
import { today } from './en/today.ts';
import { wayIn } from './en/way-in.ts';
import { web } from './en/web.ts';
import { welcome } from './en/welcome.ts';
import { world } from './en/world.ts';
import { write } from './en/write.ts';

/** Every word of the interface in English, by the room that shows it. Its shape is that of every language. */
export const en = {
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
} as const;
