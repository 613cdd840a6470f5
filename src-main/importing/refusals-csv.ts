import type { ImportRefusal } from '../../src-shared/api/imports.ts';

/** Refused rows as CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function writeRefusals(refusals: readonly ImportRefusal[], withHeader: boolean): string {
  const rows = refusals.map(({ row, externalId, reason, text }) => [String(row), externalId, reason, text]);
  const all = withHeader ? [['Row', 'Id', 'Reason', 'Text'], ...rows] : rows;
  return all.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
