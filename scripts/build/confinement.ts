/** How a browser is held: in its own sandbox or not, and as whom it runs. */
export type Confinement = { sandbox: boolean; user: 'nobody' | 'whoever builds' };

/**
 * The ways to try, the safest first. Chromium refuses its sandbox to root, who therefore starts it as nobody; and no sandbox can be had
 * where the machine gives no user namespaces, as in many containers.
 */
export function confinementsFor(isRoot: boolean): Confinement[] {
  const asOneself: Confinement[] = [{ sandbox: false, user: 'whoever builds' }];
  if (!isRoot) return [{ sandbox: true, user: 'whoever builds' }, ...asOneself];
  return [{ sandbox: true, user: 'nobody' }, { sandbox: false, user: 'nobody' }, ...asOneself];
}

/** What the build says of it. Only pages of our own build are opened, without scripts and without a network, in every case. */
export function tellConfinement({ sandbox, user }: Confinement): string {
  const held = sandbox ? 'in its sandbox' : 'WITHOUT its sandbox, which this machine does not allow';
  return `Huddle sheets: Chromium runs ${held}, as ${user}, without scripts and without a network.`;
}

/**
 * Starts in the first way that works. @throws what the last way said, when none does: the others fail on machines that are in order.
 */
export async function startConfined<T>(
  ways: readonly Confinement[],
  start: (way: Confinement) => Promise<T>,
): Promise<{ started: T; confinement: Confinement }> {
  for (const confinement of ways.slice(0, -1)) {
    const started = await start(confinement).catch(() => null);
    if (started !== null) return { started, confinement };
  }
  const last = ways.at(-1);
  if (!last) throw new RangeError('there has to be a way to start');
  return { started: await start(last), confinement: last };
}
