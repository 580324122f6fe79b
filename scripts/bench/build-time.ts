import { buildSite, isBuilt } from '../build.ts';

const site = 'http://localhost:4321';

/** A whole build, and what a start costs when nothing changed: the ratio is what a second `npm start` saves. */
export async function buildTime(): Promise<string[]> {
  const start = performance.now();
  await buildSite(site, () => undefined);
  const build = performance.now() - start;
  const checks = Array.from({ length: 5 }, () => {
    const before = performance.now();
    isBuilt(site);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const check = checks[2] ?? 0;
  return [
    `build ${(build / 1000).toFixed(1)} s; finding out that nothing changed ${check.toFixed(0)} ms, ${Math.round(build / check)} times less`,
  ];
}
