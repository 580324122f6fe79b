import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('.', import.meta.url).pathname;

/** They answer mails, sign in and send signals in the demo that all browser tests share, and so run one after the other. */
const changeTheDemo = ['accessibility-on-demand', 'answer-a-mail', 'assigning', 'trainer-desk'].map(
  (name) => `src/e2e/${name}.e2e.ts`,
);

/** In a clean clone nobody knows how long files take. This one plays organisations for 20 s, and would keep one core waiting at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const plays = ({ moduleId }: TestSpecification) => moduleId.endsWith('/published-figures.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(plays), ...sorted.filter((file) => !plays(file))];
  }
}

const usesStore = [
  'answers',
  'bounces',
  'brief',
  'code',
  'database',
  'desk',
  'nudges',
  'operator',
  'outbox',
  'own-page',
  'people',
  'pieces',
  'results',
  'retention',
  'safeguards',
  'support',
  'walls',
  'xapi',
].map((room) => `src/server/${room}/**/*.test.ts`);

/** Of the file itself, its locks and the forms it had before, of the talk with a mail server, and of sentences. */
const ownToSqlite = [
  'database/open-database',
  'database/running-mark',
  'database/sqlite-driver',
  'database/migrations/*',
  'outbox/fault-matrix',
  'outbox/until-written',
  'nudges/true-sentences',
].map((name) => `src/server/${name}.test.ts`);

const usesProduct = {
  globalSetup: ['src/e2e/product.setup.ts'],
  setupFiles: ['src/e2e/product-started.setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/** More than two cores, as tests often wait: for a process to start, a mail to arrive, a lock to be let go. */
const maxWorkers = 3;

/** What is waited for comes when a busy machine gets to it: only what never comes should fail. */
const patient = { expect: { poll: { timeout: 15_000 } } };

/** `rules` run beside their source; `e2e` and `demo` build the product once, start it, and use it through a real browser and a real SMTP socket. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          ...patient,
          name: 'rules',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.postgres.test.ts'],
          testTimeout: 60_000,
          // Rules keep no state between files, and loading every module anew for each takes as long as the tests.
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          ...patient,
          // What reads and writes the store, once more on the other one.
          name: 'postgres',
          include: usesStore,
          exclude: ownToSqlite,
          globalSetup: ['src/testing/postgres.setup.ts'],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers,
          // Beside the rules: it waits for a server much of the time.
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          ...patient,
          ...usesProduct,
          name: 'e2e',
          include: ['src/e2e/**/*.e2e.ts'],
          exclude: changeTheDemo,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          ...patient,
          ...usesProduct,
          name: 'demo',
          include: changeTheDemo,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
