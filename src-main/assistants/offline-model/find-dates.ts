import { parse } from 'chrono-node';

export interface Moment {
  readonly at: Date;
  /** It names a time of day as well. */
  readonly timed: boolean;
}

/**
 * The moments that the text names, a span's beginning and end apart. What could be in the past and in the future ("1
 * December") lies in the future where `ahead` says so, otherwise where it is nearer.
 */
export function findMoments(
  text: string,
  now: number,
  ahead: boolean,
): { readonly start: Moment; readonly end?: Moment }[] {
  return parse(text, { instant: new Date(now), timezone: 0 }, { forwardDate: ahead }).map(({ start, end }) => ({
    start: { at: start.date(), timed: start.isCertain('hour') },
    ...(end !== null && end !== undefined && { end: { at: end.date(), timed: end.isCertain('hour') } }),
  }));
}
