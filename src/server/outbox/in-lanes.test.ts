import { expect, test } from 'vitest';
import { inLanes } from './in-lanes.ts';

const never = () => new Promise<void>(() => undefined);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('lanes share what there is, and end when nothing is left', async () => {
  const left = [1, 2, 3, 4, 5];
  let atOnce = 0;
  let most = 0;
  await inLanes(3, never, async () => {
    if (left.shift() === undefined) return 'nothing';
    atOnce += 1;
    most = Math.max(most, atOnce);
    await turn();
    atOnce -= 1;
    return 'worked';
  });
  expect(left).toEqual([]);
  expect(most).toBe(3);
});

test('while one lane is held up, another looks again for what came meanwhile', async () => {
  const left = ['slow'];
  const done: string[] = [];
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let rests = 0;
  const rest = async () => {
    rests += 1;
    if (rests === 2) left.push('came later');
    await turn();
  };
  await inLanes(2, rest, async () => {
    const work = left.shift();
    if (work === undefined) return 'nothing';
    if (work === 'slow') await held;
    done.push(work);
    if (work === 'came later') letGo();
    return 'worked';
  });
  expect(done).toEqual(['came later', 'slow']);
});

test('a fault in one lane is told when the others are over', async () => {
  let over = false;
  let asked = 0;
  const work = inLanes(2, never, async () => {
    asked += 1;
    if (asked === 1) throw new Error('broken');
    await turn();
    over = true;
    return 'stop';
  });
  await expect(work).rejects.toThrow('broken');
  expect(over).toBe(true);
});
