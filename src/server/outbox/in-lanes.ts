type Worked = 'worked' | 'nothing' | 'stop';

/**
 * Does `work` over and over, in several lanes at once, until nothing is left. A lane that finds nothing while another is still at
 * work looks again after a rest, so that what comes meanwhile does not wait for the slowest.
 */
export async function inLanes(lanes: number, rest: () => Promise<void>, work: () => Promise<Worked>): Promise<void> {
  let busy = 0;
  let wake: (() => void)[] = [];
  const untilOneEnds = () => new Promise<void>((resolve) => wake.push(resolve));
  const wakeAll = () => {
    const woken = wake;
    wake = [];
    for (const resolve of woken) resolve();
  };
  const once = async (): Promise<Worked> => {
    busy += 1;
    let found: Worked = 'worked';
    try {
      found = await work();
      return found;
    } finally {
      busy -= 1;
      // Lanes that find nothing would otherwise wake each other for ever.
      if (found !== 'nothing' || busy === 0) wakeAll();
    }
  };
  const lane = async (): Promise<void> => {
    for (;;) {
      const found = await once();
      if (found === 'stop' || (found === 'nothing' && busy === 0)) return;
      if (found === 'nothing') await Promise.race([untilOneEnds(), rest()]);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  // Whoever closes the store after a fault must not do so under the other lanes.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
