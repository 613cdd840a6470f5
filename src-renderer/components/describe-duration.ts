/** A length of time as hours and minutes. */
export function describeDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return [
    ...(hours > 0 ? [`${hours.toLocaleString('en-GB')} h`] : []),
    ...(minutes % 60 > 0 || hours === 0 ? [`${minutes % 60} min`] : []),
  ].join(' ');
}
