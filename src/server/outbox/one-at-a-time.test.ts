import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** Work that says when it begins and ends, and waits to be let go. */
function watchedWork() {
  const log: string[] = [];
  const gates: (() => void)[] = [];
  const work = async () => {
    const number = gates.length + 1;
    log.push(`begin ${number}`);
    await new Promise<void>((resolve) => gates.push(resolve));
    log.push(`end ${number}`);
    return number;
  };
  return { log, work, letGo: (index: number) => gates[index]?.() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work that runs one at a time', () => {
  it('never overlaps, and callers during a run share the one that follows', async () => {
    const { log, work, letGo } = watchedWork();
    const single = oneAtATime(work);
    const first = single.run();
    const second = single.run();
    const third = single.run();
    await turn();
    expect(log).toEqual(['begin 1']);
    letGo(0);
    await first;
    await turn();
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2']);
    letGo(1);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
  });

  it('goes on after a run that failed', async () => {
    let times = 0;
    const single = oneAtATime(async () => {
      times += 1;
      if (times === 1) throw new Error('first fails');
      return times;
    });
    await expect(single.run()).rejects.toThrow('first fails');
    expect(await single.run()).toBe(2);
  });

  it('is settled only when the run that follows is over too', async () => {
    const { log, work, letGo } = watchedWork();
    const single = oneAtATime(work);
    void single.run();
    void single.run();
    const settled = single.settled();
    await turn();
    letGo(0);
    await turn();
    await turn();
    letGo(1);
    await settled;
    expect(log.at(-1)).toBe('end 2');
  });
});
