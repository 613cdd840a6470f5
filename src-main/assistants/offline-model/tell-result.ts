import type { Made } from './memory.ts';
import { findList, isRow, type Row } from './rows.ts';
import type { Clause } from './read-request.ts';
import type { ToolProfile } from './tool-profile.ts';
import { splitWords } from './words.ts';

const mostRows = 10;
const mostText = 1500;

/** What came of a call, in plain words, with the numbers of the records. */
export function tellResult(result: Made, profile: ToolProfile, clause: Clause): string {
  const title = profile.tool.title ?? profile.tool.name;
  if (result.outcome === 'denied') return `“${title}” was not allowed, so it was not done.`;
  if (result.outcome === 'failed') return `“${title}” failed: ${cut(failureOf(result))}`;
  const { value } = result;
  const list = findList(value);
  if (list !== undefined) return tellList(list, value, clause);
  if (isRow(value)) return tellRecord(value, profile, clause);
  const text = typeof value === 'string' ? value : result.text;
  return text.trim() === '' ? `“${title}” is done.` : cut(text.trim());
}

function failureOf({ value, text }: Made): string {
  const error = isRow(value) ? (isRow(value['error']) ? value['error'] : value) : {};
  const message = error['message'];
  return typeof message === 'string' ? message : text;
}

const cut = (text: string): string => (text.length > mostText ? `${text.slice(0, mostText)}…` : text);

function tellList({ name, rows }: { name: string; rows: readonly Row[] }, value: unknown, { text }: Clause): string {
  const called = splitWords(name).join(' ');
  const told = isRow(value) ? value['record_count'] : undefined;
  const all = typeof told === 'number' ? told : rows.length;
  if (rows.length === 0) return `I found no ${called}.`;
  const shown = rows.slice(0, mostRows).map((row) => `- ${line(row)}`);
  if (counting.test(text)) {
    const least = isRow(value) && value['record_count_is_exact'] === false ? 'at least ' : '';
    const which = all > shown.length ? ` The first ${shown.length}:` : '';
    return [
      `There ${all === 1 ? 'is' : 'are'} ${least}${all} ${all === 1 ? singular(called) : called}.${which}`,
      ...shown,
    ].join('\n');
  }
  const heading =
    all > shown.length
      ? `${all} ${called}, the first ${shown.length}:`
      : `${all} ${all === 1 ? singular(called) : called}:`;
  return [heading, ...shown].join('\n');
}

/** It asks for a number. */
const counting = /\b(?:how many|number of|count|total)\b/i;

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');

const besides = [
  'status_name',
  'agent_name',
  'client_name',
  'assettype_name',
  'email',
  'user_name',
  'service_category_name',
  'emailaddress',
];

/** A record in one line: number, name, and what places it. */
function line(row: Row): string {
  const id = row['id'];
  const name = labelOf(row);
  const more = besides
    .map((key) => row[key])
    .filter((text): text is string => typeof text === 'string' && text !== '' && text !== name);
  const number = typeof id === 'number' || typeof id === 'string' ? `#${id} ` : '';
  const plain = name === '' ? scalars(row).slice(0, 4).join(', ') : name;
  return `${number}${plain}${more.length > 0 ? ` (${more.slice(0, 3).join(', ')})` : ''}`;
}

function labelOf(row: Row): string {
  for (const key of ['summary', 'title', 'name', 'inventory_number', 'label']) {
    const text = row[key];
    if (typeof text === 'string' && text !== '') return text;
  }
  return '';
}

/** What questions ask of a record, and the fields that answer. */
const questions: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\b(?:open|closed|resolved|solved|done|finished)\b/i, 'status', ['status_name']],
  [/\bstatus\b|\bhow far\b|\bprogress\b|\bhappening\b/i, 'status', ['status_name', 'status']],
  [
    /\bwho\b.*\b(?:work|handl|assign|has|owns|responsible|look)\w*|\bassigned to\b|\bowner\b/i,
    'worked on by',
    ['agent_name'],
  ],
  [/\bwho\b.*\b(?:log|rais|report|open|request|ask)\w*|\brequester\b|\bwhose\b/i, 'logged for', ['user_name']],
  [/\bdue\b|\bdeadline\b|\bby when\b|\bfixed by\b/i, 'due', ['fixbydate', 'due_date']],
  [/\bpriority\b|\burgent\b/i, 'priority', ['priority_name']],
  [/\bteam\b/i, 'team', ['team_name', 'teams']],
  [/\bclient\b|\bcustomer\b|\bcompany\b/i, 'client', ['client_name']],
  [/\bsite\b|\blocation\b|\boffice\b|\baddress\b/i, 'site', ['site_name', 'address']],
  [/\bwhen\b.*\b(?:log|rais|open|creat|report)\w*/i, 'logged', ['dateoccurred']],
  [/\bwhen\b.*\bclosed\b/i, 'closed', ['dateclosed']],
  [
    /\b(?:last|latest|recently)\b.*\b(?:updat|chang|touch|modif|edit)/i,
    'last changed',
    ['lastactiondate', 'dateedited', 'date_edited'],
  ],
  [/\b(?:overdue|late|breach\w*)\b/i, 'due', ['fixbydate']],
  [/\bassigned\b/i, 'worked on by', ['agent_name']],
  [/\b(?:subject|title|summary)\b/i, 'summary', ['summary', 'title']],
  [/\b(?:about|details?|description|describe|problem)\b/i, 'details', ['details', 'description']],
  [/\bwarranty\b/i, 'warranty', ['warranty_end', 'warrantyend', 'warranty_ends']],
  [/\be-?mail\b/i, 'email', ['email', 'emailaddress']],
  [/\bphone\b/i, 'phone', ['phone', 'phonenumber']],
  [/\btype\b/i, 'type', ['tickettype_name', 'assettype_name']],
  [/\bresol|\bsolution\b|\bfix\b|\bhow\b/i, 'resolution', ['resolution', 'closure_note']],
];

const tellAsked = (row: Row, text: string): string[] =>
  questions.flatMap(([pattern, word, keys]) => {
    const key = pattern.test(text) ? keys.find((each) => each in row) : undefined;
    return key === undefined ? [] : [`${word}: ${say(row[key])}`];
  });

/** What was asked of a record or list, on one line. */
export function tellBriefly(result: Made, profile: ToolProfile, clause: Clause): string {
  const { value } = result;
  const asked = isRow(value) && 'id' in value ? tellAsked(value, clause.text) : [];
  if (isRow(value) && asked.length > 0) return `${labelOf(value)}, ${asked.join(', ')}`;
  const [first] = findList(value)?.rows ?? [];
  if (first !== undefined) return line(first);
  const plain = isRow(value) ? (value['result'] ?? value['text'] ?? value['translation']) : undefined;
  return typeof plain === 'string' ? plain : tellResult(result, profile, clause).replaceAll(/\n+(?:- )?/g, '; ');
}

function tellRecord(row: Row, profile: ToolProfile, { text, isQuestion }: Clause): string {
  const asked = tellAsked(row, text);
  const talk = talked.test(text) ? tellConversation(row) : [];
  const head = headOf(row, profile);
  const isAnswered = isQuestion && (asked.length > 0 || talk.length > 0);
  const facts = new Set(isAnswered ? asked : [...asked, ...factsOf(row)].filter((fact) => !head.includes(fact)));
  const body = typeof row['resolution'] === 'string' && row['resolution'] !== '' ? `\n\n${cut(row['resolution'])}` : '';
  return [head, ...[...facts, ...talk].map((fact) => `- ${fact}`)].join('\n') + (isAnswered ? '' : body);
}

const talked =
  /\b(?:say|says|said|write|wrote|written|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|conversation|history|comments?|notes|what happened|told)\b/i;

/** The latest entries of a record's conversation. */
function tellConversation(row: Row): string[] {
  const entries = Array.isArray(row['conversation']) ? row['conversation'].filter(isRow) : [];
  return entries.slice(-3).map(({ who, datetime, note, outcome }) => {
    const text = typeof note === 'string' && note !== '' ? note : say(outcome);
    return `${say(datetime)}, ${say(who)}: ${text.length > 400 ? `${text.slice(0, 400)}…` : text}`;
  });
}

function headOf(row: Row, { tool, reads, entity }: ToolProfile): string {
  const id = typeof row['ticket_id'] === 'number' && row['summary'] === undefined ? row['ticket_id'] : row['id'];
  const name = labelOf(row);
  const isNumbered = typeof id === 'number' || typeof id === 'string';
  const kind = row['ticket_id'] === id || 'tickettype_name' in row ? 'ticket' : (entity ?? 'record');
  const number = isNumbered ? `${kind} #${id}` : '';
  const subject = [number, name].filter((part) => part !== '').join(': ');
  if (reads) return subject === '' ? `${tool.title ?? tool.name}:` : capital(subject);
  return subject === '' ? `Done: ${tool.title ?? tool.name}.` : `Done: ${tool.title ?? tool.name}, ${subject}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const facts: readonly (readonly [string, string])[] = [
  ['status_name', 'status'],
  ['tickettype_name', 'type'],
  ['priority_name', 'priority'],
  ['agent_name', 'worked on by'],
  ['team_name', 'team'],
  ['user_name', 'logged for'],
  ['client_name', 'client'],
  ['fixbydate', 'due'],
  ['email', 'email'],
  ['job_title', 'job'],
  ['site_name', 'site'],
  ['hours', 'hours'],
  ['hiddenfromuser', 'private'],
  ['run_id', 'run'],
  ['result', 'result'],
];

function factsOf(row: Row): string[] {
  const known = facts.flatMap(([key, word]) =>
    row[key] === undefined || row[key] === null || row[key] === '' ? [] : [`${word}: ${say(row[key])}`],
  );
  return known.length > 0 ? known : scalars(row).slice(0, 12);
}

/** What the heading says already, or is of no use to read. */
const unneeded = /^(?:id|link|name|title|summary|resolution|inventory_number)$/;

const scalars = (row: Row): string[] =>
  Object.entries(row).flatMap(([key, value]) =>
    !unneeded.test(key) &&
    ((typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean')
      ? [`${splitWords(key).join(' ')}: ${say(value)}`]
      : [],
  );

function say(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)} UTC` : cut(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(say).join(', ') : JSON.stringify(value);
}
