import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { readStaffFile } from './read-staff-file.ts';
import type { FileAnswers, StaffFile } from './staff-file.ts';

export type FileInThread = { bytes: Uint8Array; fileName: string; answers: FileAnswers };

/** Bytes that are read in some hundredths of a second: a thread takes longer to begin. A list of 1,000 people is 150 kB as text. */
export const readHere = 150_000;

/**
 * `readStaffFile`, on a thread of its own where it takes long: 20,000 people are a second in which the process would answer nobody. @throws what the
 * reader throws, and ERR_WORKER_OUT_OF_MEMORY for a table beyond what the heap of a thread holds.
 */
export function readBeside(bytes: Uint8Array, fileName: string, answers: FileAnswers): Promise<StaffFile> {
  return bytes.length <= readHere ? readStaffFile(bytes, fileName, answers) : inThread({ bytes, fileName, answers });
}

/** By its name in package.json: pages are bundled, and beside a bundle there is no such file. */
const worker = createRequire(import.meta.url).resolve('#server/people/files/read-staff-file-worker.ts');

function inThread(workerData: FileInThread): Promise<StaffFile> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData });
    thread.once('message', resolve);
    thread.once('error', reject);
    // Whoever ends without a word would leave the page waiting for good; after an answer this does nothing.
    thread.once('exit', (code) => reject(new Error(`The thread that read ${workerData.fileName} ended with ${code}.`)));
  });
}
