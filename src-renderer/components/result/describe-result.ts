import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';

type LinkedKind = Exclude<RecordKind, 'site' | 'team'>;
export type Fields = Readonly<Record<string, unknown>>;

/** What a result is for the eye. `rest` of a page is what the envelope says beside its rows. */
export type ResultShape =
  | { readonly shape: 'page'; readonly name: string; readonly rows: readonly Fields[]; readonly envelope: Fields }
  | { readonly shape: 'table'; readonly rows: readonly Fields[] }
  | { readonly shape: 'ticket'; readonly record: Fields }
  | { readonly shape: 'record'; readonly record: Fields; readonly title: string | undefined }
  | { readonly shape: 'list'; readonly items: readonly unknown[] }
  | { readonly shape: 'value'; readonly value: unknown };

export function describeResult(value: unknown): ResultShape {
  if (Array.isArray(value)) {
    return isRows(value) ? { shape: 'table', rows: value } : { shape: 'list', items: value };
  }
  if (!isFields(value)) return { shape: 'value', value };
  const lists = Object.entries(value).filter(([, one]) => Array.isArray(one));
  const [only] = lists;
  if (only !== undefined && lists.length === 1 && ('record_count' in value || 'page_number' in value)) {
    const [name, rows] = only;
    const { [name]: _rows, ...envelope } = value;
    if (isRows(rows)) return { shape: 'page', name, rows, envelope };
  }
  if (typeof value['summary'] === 'string' && Array.isArray(value['conversation'])) {
    return { shape: 'ticket', record: value };
  }
  return { shape: 'record', record: value, title: titleOf(value) };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRows(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields);
}

const kindOfList: Readonly<Record<string, LinkedKind>> = {
  tickets: 'ticket',
  articles: 'article',
  users: 'user',
  clients: 'client',
  assets: 'asset',
  services: 'service',
};

/** Which record of the desk the rows of a list with this name are. */
export function findRowKind(listName: string | undefined): LinkedKind | undefined {
  return listName === undefined ? undefined : kindOfList[listName];
}

/** A record is linked by its number alone: addresses inside a result are somebody else's text. */
export function findRecordNumber(fields: Fields): number | undefined {
  const id = fields['id'];
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** `tickettype_name` as people read it: "Tickettype". Names of other servers are shown as they are. */
export function describeFieldName(name: string): string {
  const words = name
    .replace(/_name$/, '')
    .replaceAll('_', ' ')
    .trim();
  const known = knownNames[name];
  if (known !== undefined) return known;
  return words === '' ? name : words[0]?.toUpperCase() + words.slice(1);
}

const knownNames: Readonly<Record<string, string>> = {
  id: 'ID',
  tickettype_name: 'Ticket type',
  dateoccurred: 'Opened',
  fixbydate: 'Fix by',
  respondbydate: 'Respond by',
  responsedate: 'Responded',
  dateclosed: 'Closed',
  lastactiondate: 'Last change',
  emailaddress: 'Email',
  assettype_name: 'Asset type',
  onhold: 'On hold',
  customfields: 'Custom fields',
  sla_name: 'SLA',
  service_tickettype_name: 'Logs',
};

function titleOf(fields: Fields): string | undefined {
  const text = fields['title'] ?? fields['summary'] ?? fields['name'];
  if (typeof text !== 'string' || text === '') return undefined;
  const number = findRecordNumber(fields);
  return number === undefined ? text : `${number} ${text}`;
}

/** The columns of a table of rows: short values first seen first, long texts last, what every row lacks left out. */
export function listColumns(rows: readonly Fields[]): readonly string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const filled = names.filter((name) => name !== 'link' && rows.some((row) => !isNothing(row[name])));
  const isLong = (name: string): boolean =>
    rows.some((row) => {
      const value = row[name];
      return (typeof value === 'string' && value.length > 120) || (typeof value === 'object' && value !== null);
    });
  return [...filled.filter((name) => !isLong(name)), ...filled.filter(isLong)];
}

export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && moment.test(value) && !Number.isNaN(Date.parse(value));
}
