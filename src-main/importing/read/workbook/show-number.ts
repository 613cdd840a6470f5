import type { NumberStyle } from './read-styles.ts';

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_466;

/** A number as a person reads it in the cell: dates as ISO text without a zone, anything else without its format. */
export function showNumber(text: string, style: NumberStyle, from1904: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (style === 'date' && value >= 0 && value < LAST_SERIAL) return showDate(value, from1904);
  if (typeof style === 'object' && Number.isInteger(value) && value >= 0) {
    return String(value).padStart(style.digits, '0');
  }
  return String(value);
}

function showDate(serial: number, from1904: boolean): string {
  const iso = (ms: number) => new Date(ms).toISOString().replace(/\.000Z$|Z$/, '');
  const sinceEpoch = Math.round(serial * DAY_MS);
  if (serial > 0 && serial < 1 && !from1904) return iso(sinceEpoch).slice(11);
  // Excel's calendar has a 29 February 1900, so the days before it are one off.
  const firstDay = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const shown = iso(firstDay + sinceEpoch);
  return shown.endsWith('T00:00:00') ? shown.slice(0, 10) : shown;
}
