import './course.css';
import type { CourseData } from '../course-data.ts';
import { launchIn } from './cmi5-lrs.ts';
import { Cmi5Record } from './cmi5-record.ts';
import { CourseView } from './course-view.ts';
import { type Begun, type LearningRecord, noRecord, type TellTrouble } from './learning-record.ts';
import { outcomeOf, packProgress, unpackProgress } from './progress.ts';
import { Scorm12Record } from './scorm-1-2-record.ts';
import { Scorm2004Record } from './scorm-2004-record.ts';
import { findApi } from './scorm-api.ts';

const clock = () => performance.now();

function recordFor({ edition, iri }: CourseData, tell: TellTrouble): LearningRecord {
  if (edition === 'cmi5') {
    const launch = launchIn(location.search);
    return launch ? new Cmi5Record(launch, iri, tell, clock) : noRecord;
  }
  const api = findApi(edition === 'scorm-1.2' ? 'API' : 'API_1484_11', window, tell);
  if (!api) return noRecord;
  return edition === 'scorm-1.2' ? new Scorm12Record(api, clock) : new Scorm2004Record(api, clock);
}

async function beginOrRead(
  record: LearningRecord,
  tell: TellTrouble,
): Promise<{ record: LearningRecord; begun: Begun }> {
  try {
    return { record, begun: await record.begin() };
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return { record: noRecord, begun: await noRecord.begin() };
  }
}

/** The data is written by our own packer, into the page that runs this. */
function dataOnPage(): CourseData {
  return JSON.parse(document.body.dataset['course'] ?? '');
}

async function play(): Promise<void> {
  const data = dataOnPage();
  const { questions } = data;
  const view = new CourseView(data);
  const { record, begun } = await beginOrRead(recordFor(data, view.tellTrouble), view.tellTrouble);
  const passMark = begun.passMark ?? data.passMark;
  let progress = unpackProgress(questions, begun.kept);
  let since = clock();
  const show = () => view.show(progress, outcomeOf(questions, progress, passMark), passMark);

  view.open(begun, record === noRecord);
  view.onAnswer((id, choice) => {
    const question = questions.find((entry) => entry.id === id);
    if (!question || progress.has(id)) return;
    progress = new Map([...progress, [id, choice]]);
    const kept = packProgress(questions, progress);
    const given = { question, choice, isRight: choice === question.right, at: new Date(), took: clock() - since };
    since = clock();
    record.answered({ ...given, share: progress.size / questions.length }, kept);
    const outcome = outcomeOf(questions, progress, passMark);
    if (outcome) record.judged(outcome, kept);
    show();
  });
  view.onAgain(() => {
    progress = new Map();
    since = clock();
    record.keep(packProgress(questions, progress));
    show();
  });
  view.onLeave(async (returnUrl) => {
    await record.end();
    location.assign(returnUrl);
  });
  addEventListener('pagehide', () => void record.end());
  // A page that comes back from the browser's memory has said goodbye already.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  show();
  document.documentElement.dataset['ready'] = '';
}

void play();
