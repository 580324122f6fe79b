/** JSON to stand in a script element. Text may hold "</script>"; in JSON the escape means the same. */
export function jsonForPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
