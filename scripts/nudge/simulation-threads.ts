import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FieldTable } from '#core/evidence/field-evidence.ts';
import { settingNames, worldNames } from '#core/evidence/names.ts';
import type { SettingBound } from '#simulation/bound/setting-bound.ts';
import type { FieldJob } from '#simulation/field/field-report.ts';
import type { Runner } from '#simulation/gather-evidence.ts';
import type { BoundJob, RunJob, RunsDone } from '#simulation/jobs.ts';

/** Runs jobs on as many threads as there are cores, and says how far it is. */
export class SimulationThreads implements Runner {
  private readonly threads: Worker[];
  private readonly progress: (line: string) => void;

  constructor(progress: (line: string) => void) {
    this.progress = progress;
    this.threads = Array.from(
      { length: availableParallelism() },
      () => new Worker(new URL('./simulate-worker.ts', import.meta.url)),
    );
  }

  bounds(jobs: readonly BoundJob[]): Promise<SettingBound[]> {
    return this.all<BoundJob, SettingBound>(
      jobs,
      (job) => `bound: ${settingNames[job.setting]}; ${worldNames[job.world]}`,
    );
  }

  runs(jobs: readonly RunJob[]): Promise<RunsDone[]> {
    return this.all<RunJob, RunsDone>(
      jobs,
      (job) => `${job.runs.length} runs, seed ${job.seed}: ${settingNames[job.setting]}; ${worldNames[job.world]}`,
    );
  }

  field(jobs: readonly FieldJob[]): Promise<FieldTable[]> {
    return this.all<FieldJob, FieldTable>(jobs, ({ world, pace }) => `field trial: ${world}, ${pace}`);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }

  /** Each thread takes the next job when it is free; the answers stand in the order of the jobs, so nothing depends on speed. */
  private async all<Job, Done>(jobs: readonly Job[], nameOf: (job: Job) => string): Promise<Done[]> {
    const done: Done[] = [];
    const open = [...jobs.entries()];
    const work = async (thread: Worker) => {
      for (let next = open.shift(); next; next = open.shift()) {
        const [index, job] = next;
        this.progress(`${index + 1} of ${jobs.length}, ${nameOf(job)}`);
        done[index] = await answerOf<Done>(thread, job);
      }
    };
    await Promise.all(this.threads.map(work));
    return done;
  }
}

function answerOf<Done>(thread: Worker, job: unknown): Promise<Done> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(error instanceof Error ? error : new Error(String(error)));
    thread.once('error', fail);
    thread.once('message', (done: Done) => {
      thread.off('error', fail);
      resolve(done);
    });
    thread.postMessage(job);
  });
}
