/** The same look-up, done once for each text: a list has many lines and few words. What is found is never `undefined`. */
export function remembering<T extends string | object | null>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    const known = found.get(text);
    if (known !== undefined) return known;
    const value = find(text);
    found.set(text, value);
    return value;
  };
}
