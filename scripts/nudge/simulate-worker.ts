import { parentPort } from 'node:worker_threads';
import { type FieldJob, runField } from '#simulation/field/field-report.ts';
import { type BoundJob, type RunJob, runBound, runPolicies } from '#simulation/jobs.ts';

/** One thread of `simulate`: does the jobs it is sent, one at a time. */
parentPort?.on('message', (job: Job) => {
  parentPort?.postMessage(done(job));
});

type Job = BoundJob | RunJob | FieldJob;

function done(job: Job) {
  switch (job.kind) {
    case 'bound':
      return runBound(job);
    case 'run':
      return runPolicies(job);
    case 'field':
      return runField(job);
  }
}
