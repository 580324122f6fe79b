import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readBeside, readHere } from './read-beside.ts';
import { readStaffFile } from './read-staff-file.ts';

const listOf = (people: number) =>
  new TextEncoder().encode(
    [
      'team,name,email,role,joined',
      ...Array.from({ length: people }, (_, id) => `Lager ${id % 7},Jörg Groß ${id},p${id}@works.example,buyer,2019`),
    ].join('\n'),
  );

const large = listOf(6000);

test('a large list is the same, read on a thread of its own', async () => {
  expect(large.length).toBeGreaterThan(readHere);
  expect(await readBeside(large, 'list.csv', {})).toEqual(await readStaffFile(large, 'list.csv', {}));
});

test('the process goes on answering while a large list is read', async () => {
  let rounds = 0;
  let done = false;
  const reading = readBeside(large, 'list.csv', {}).finally(() => {
    done = true;
  });
  while (!done) {
    await nextRound();
    rounds += 1;
  }
  await reading;
  // Read in the process itself it would be a handful.
  expect(rounds).toBeGreaterThan(100);
});

test('what is no list is refused from a thread as well', async () => {
  const pdf = new Uint8Array(readHere + 1);
  pdf.set(new TextEncoder().encode('%PDF-1.7'));
  expect(await readBeside(pdf, 'list.pdf', {})).toEqual(await readStaffFile(pdf, 'list.pdf', {}));
});
