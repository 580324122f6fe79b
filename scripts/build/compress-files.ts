import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(html|css|js|json|svg|xml|txt)$/;

/** Below this a compressed copy saves less than the request it rides in. */
const leastBytes = 512;

/** On our pages quality 9 saves half a per cent more than 6 and takes eight times as long; 11 saves a tenth and takes forty times. */
const brotliQuality = 6;

/** zlib has four threads of its own; a few more files waiting keep them busy. */
const atOnce = 8;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Writes .gz and .br beside every text file, so that the server compresses nothing while somebody waits. */
export async function compressFiles(folder: string): Promise<void> {
  const waiting = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && compressible.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const compressFromQueue = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await compress(file);
  };
  await Promise.all(Array.from({ length: atOnce }, compressFromQueue));
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < leastBytes) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.gz`, await gzipped(bytes, { level: 9 }));
  await writeFile(`${file}.br`, await brotlied(bytes, { params }));
}
