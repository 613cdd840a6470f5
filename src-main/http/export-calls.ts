import type { CallView } from '../../src-shared/api/call-view.ts';

const columns: readonly (readonly [string, (call: CallView) => string | number | undefined])[] = [
  ['id', ({ id }) => id],
  ['at', ({ at }) => at],
  ['milliseconds', ({ milliseconds }) => milliseconds],
  ['tool', ({ tool }) => tool],
  ['outcome', ({ error }) => error?.code ?? 'ok'],
  ['error', ({ error }) => error?.message],
  ['principal', ({ principal }) => principal],
  ['name', ({ who }) => who.name],
  ['application', ({ application }) => application?.name ?? application?.id],
  ['client', ({ client }) => client],
  ['era', ({ era }) => era],
  ['endpoint', ({ endpointName, endpointId }) => endpointName ?? endpointId],
  ['configuration_version', ({ configurationVersion }) => configurationVersion],
  ['conversation', ({ conversation }) => (typeof conversation === 'object' ? conversation.id : conversation)],
  ['turn', ({ conversation }) => (typeof conversation === 'object' ? conversation.turn : undefined)],
  ['inserted', ({ changed }) => changed?.inserted],
  ['updated', ({ changed }) => changed?.updated],
  ['deleted', ({ changed }) => changed?.deleted],
  ['arguments', (call) => JSON.stringify(call.arguments)],
  ['result', ({ result }) => (result === undefined ? undefined : JSON.stringify(result))],
];

const lineEnd = '\r\n';

/** RFC 4180, in UTF-8. */
export const csvHeader = columns.map(([name]) => name).join(',') + lineEnd;

export function toCsvLine(call: CallView): string {
  return columns.map(([, read]) => toCell(read(call))).join(',') + lineEnd;
}

export function toJsonLine(call: CallView): string {
  return `${JSON.stringify(call)}\n`;
}

/** Clients choose names and arguments: a text that a spreadsheet would take for a formula gets an apostrophe in front. */
function toCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
