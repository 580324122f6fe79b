import { parentPort } from 'node:worker_threads';
import { type BoundJob, type RunJob, runBound, runPolicies } from '#simulation/jobs.ts';

/** One thread of `simulate`: does the jobs it is sent, one at a time. */
parentPort?.on('message', (job: BoundJob | RunJob) => {
  parentPort?.postMessage(job.kind === 'bound' ? runBound(job) : runPolicies(job));
});
