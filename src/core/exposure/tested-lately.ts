/** A briefing counts an alternative that was tested in the last 24 months: firms change in less. */
const monthsThatCount = 24;

/** Whether a test on one ISO day still counts on another. Pure. */
export function testedLately(testedOn: string, on: string): boolean {
  const until = Temporal.PlainDate.from(testedOn).add({ months: monthsThatCount });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(on), until) <= 0;
}
