import { describe, expect, it } from 'vitest';
import { type Confinement, confinementsFor, startConfined, tellConfinement } from './confinement.ts';

const allowed = (works: (way: Confinement) => boolean) => async (way: Confinement) => {
  if (!works(way)) throw new Error('No usable sandbox!');
  return way;
};

describe('the browser that prints', () => {
  it('is tried in its sandbox first, and by root as nobody', () => {
    expect(confinementsFor(false)[0]).toEqual({ sandbox: true, user: 'whoever builds' });
    expect(confinementsFor(true)[0]).toEqual({ sandbox: true, user: 'nobody' });
  });

  it('runs in its sandbox wherever it can, also where nobody else can be', async () => {
    const { confinement } = await startConfined(
      confinementsFor(true),
      allowed(() => true),
    );
    expect(confinement).toEqual({ sandbox: true, user: 'nobody' });
  });

  it('runs without it, but still as nobody, where the machine gives no user namespaces', async () => {
    const { confinement } = await startConfined(
      confinementsFor(true),
      allowed(({ sandbox }) => !sandbox),
    );
    expect(confinement).toEqual({ sandbox: false, user: 'nobody' });
  });

  it('never runs without it in silence', () => {
    for (const way of [...confinementsFor(true), ...confinementsFor(false)])
      expect(tellConfinement(way).includes('WITHOUT')).toBe(!way.sandbox);
  });

  it('that starts in no way says why', async () => {
    await expect(
      startConfined(
        confinementsFor(true),
        allowed(() => false),
      ),
    ).rejects.toThrow('No usable sandbox!');
  });
});
