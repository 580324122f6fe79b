import { parentPort, workerData } from 'node:worker_threads';
import type { FileInThread } from './read-beside.ts';
import { readStaffFile } from './read-staff-file.ts';

/** The thread of read-beside.ts: reads one file, answers, and ends. */
const { bytes, fileName, answers }: FileInThread = workerData;
parentPort?.postMessage(await readStaffFile(bytes, fileName, answers));
