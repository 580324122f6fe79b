/** Whether somebody may try to name the source: whoever wrote what is to be read knows it, and proves nothing. */
export function mayRead(reader: string, writers: readonly string[]): boolean {
  return !writers.some((writer) => writer.toLowerCase() === reader.toLowerCase());
}
