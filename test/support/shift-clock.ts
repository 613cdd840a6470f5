/** Puts the clock of a process, or of a page, off by so many milliseconds. It goes on as ever. */
export function shiftClock(by: number): void {
  const { now } = Date;
  const origin = performance.timeOrigin;
  const shifted = (): number => now() + by;
  globalThis.Date = new Proxy(Date, {
    construct: (target, values, made) =>
      Reflect.construct(target, values.length === 0 ? [shifted()] : values, made) as Date,
    get: (target, key) => (key === 'now' ? shifted : (Reflect.get(target, key) as unknown)),
  });
  Object.defineProperty(performance, 'timeOrigin', { value: origin + by });
}
