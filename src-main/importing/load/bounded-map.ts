/** A map that forgets everything when it is full: what it holds can always be found again. */
export function createBoundedMap<Value>(most: number) {
  const map = new Map<string, Value>();
  return {
    get: (key: string) => map.get(key),
    set(key: string, value: Value): Value {
      if (map.size >= most) map.clear();
      map.set(key, value);
      return value;
    },
    clear: (): void => map.clear(),
  };
}
