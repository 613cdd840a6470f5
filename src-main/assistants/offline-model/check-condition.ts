import { chooseTool } from './choose-tool.ts';
import { findTopic } from './free-text.ts';
import { findIds, hideQuoted } from './facts.ts';
import { fillArguments } from './fill-arguments.ts';
import { findSelf } from './look-up.ts';
import { findList, isRow, nameOf, type Row } from './rows.ts';
import { type Clause, plainClause } from './read-request.ts';
import { callOnce, isMissing, lastEntity, type Plan, type Scene } from './scene.ts';
import type { Condition } from './split-condition.ts';

export interface Checked {
  /** False also where it cannot be told: then nothing is done. */
  readonly holds: boolean;
  /** What there is to say of it. */
  readonly answer?: string;
  /** The request with what the condition told of it. */
  readonly clause?: Clause;
}

const searched =
  /\b(?:there(?:'s| is| are| isn't| aren't|'re)?|we (?:have|already have)|exists?|you find|nothing|anything|any)\b/i;
const denied = /\b(?:no|not|nobody|no one|none|nothing|never|without|un(?=assigned|resolved)\w+)\b|n't\b/i;

/** Looks up whether the condition of a request holds. */
export function* checkCondition(condition: Condition, clause: Clause, scene: Scene): Plan<Checked> {
  const asked = conditionAsClause(condition, clause, scene);
  const choice = chooseTool(
    asked,
    scene.profiles.filter(({ reads }) => reads),
    lastEntity(scene),
    false,
  );
  const filled = choice === undefined ? undefined : yield* fillArguments(asked, choice.profile, scene);
  if (choice === undefined || isMissing(filled) || filled === undefined)
    return { holds: false, answer: `I cannot tell whether ${shown(condition.text)}, so I did nothing.` };
  const result = yield* callOnce({ tool: choice.profile.tool.key, arguments: filled }, scene);
  if (result.outcome !== 'done')
    return { holds: false, answer: `I could not find out whether ${shown(condition.text)}, so I did nothing.` };
  const list = findList(result.value);
  if (list !== undefined) {
    const wasAsked = scene.before.some(({ text }) => text === condition.text);
    const isFound = list.rows.length > 0 && (wasAsked || !isFar(list.rows, condition.text));
    const is = isFound !== denied.test(condition.text);
    return settle(
      is === condition.holds,
      `${list.rows.length === 0 ? 'I found none' : `I found ${list.rows.length === 1 ? 'one' : 'some'}, such as #${String(list.rows[0]?.['id'])}: ${nameOf(list.rows[0] ?? {})}`}`,
      withTopic(clause, asked),
    );
  }
  const row = isRow(result.value) ? result.value : {};
  const self = /\b(?:me|mine|my)\b/i.test(condition.text) ? yield* findSelf(scene) : undefined;
  const is = readState(row, condition.text, scene.now, self);
  if (is === undefined)
    return { holds: false, answer: `I cannot tell whether ${shown(condition.text)}, so I did nothing.` };
  const status = typeof row['status_name'] === 'string' ? `, its status is ${row['status_name']}` : '';
  const agent = /\bassign|\bown|\bmine\b/i.test(condition.text)
    ? `, worked on by ${typeof row['agent_name'] === 'string' ? row['agent_name'] : 'nobody'}`
    : '';
  return settle(is === condition.holds, `#${String(row['id'])} is ${nameOf(row)}${status}${agent}`, clause);
}

function settle(holds: boolean, told: string, clause: Clause): Checked {
  return holds ? { holds, clause } : { holds, answer: `${told}. So I did not do it.` };
}

const shown = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;

/** A search finds something for nearly any words: whether what it found has those that were said. */
function isFar(rows: readonly Row[], text: string): boolean {
  const words = findTopic(text)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 2);
  const texts = rows.map((row) => JSON.stringify(row).toLowerCase());
  return words.length > 0 && !texts.some((row) => words.every((word) => row.includes(word)));
}

/** The condition as a question of its own, about the record that the request names where it names none itself. */
function conditionAsClause({ text }: Condition, clause: Clause, scene: Scene): Clause {
  const asked = scene.before.find((each) => each.text === text);
  if (asked !== undefined) return { ...asked, isQuestion: true };
  const hidden = hideQuoted(text);
  const ids = findIds(hidden);
  if (ids.length === 0 && searched.test(hidden)) {
    const topic = text.replace(
      /^.*?\b(?:there(?:'s| is| are| isn't| aren't|'re)?|have|find)\b\s*(?:not |no |an? |any |already |one )*/i,
      '',
    );
    return { ...plainClause(`find ${topic}`), isQuestion: true };
  }
  const [own] = ids.length > 0 ? ids : findIds(hideQuoted(clause.text));
  if (own !== undefined) return { ...plainClause(`show ${own.entity ?? 'ticket'} ${own.id}`), isQuestion: true };
  return { ...plainClause(`show the ${lastEntity(scene) ?? 'ticket'}: is it so`), text: 'show it', actions: ['read'] };
}

/** "Log one" is about what the condition was about. */
function withTopic(clause: Clause, asked: Clause): Clause {
  if (!/\b(?:one|it)\b/i.test(clause.text) || clause.background !== '') return clause;
  return { ...clause, background: findTopic(asked.text) };
}

const isSet = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(typeof value === 'string' && /^unassigned$/i.test(value));

/** Whether a record is as the text says; undefined where that cannot be told from it. */
function readState(row: Row, text: string, now: number, self: Row | undefined): boolean | undefined {
  const not = denied.test(text.replace(/\bunassigned\b/i, ''));
  const is = readPlainState(row, text, now, self);
  return is === undefined ? undefined : is !== not;
}

function readPlainState(row: Row, text: string, now: number, self: Row | undefined): boolean | undefined {
  const agent = row['agent_name'];
  const closed =
    isSet(row['dateclosed']) || /^(?:closed|resolved|cancelled|completed)$/i.test(String(row['status_name']));
  if (/\b(?:assigned to me|mine|my own|i (?:own|have))\b/i.test(text))
    return self === undefined ? undefined : agent === self['name'];
  if (/\bunassigned\b/i.test(text)) return !isSet(agent);
  if (
    /\b(?:nobody|no one|no (?:agent|owner))\b/i.test(text) ||
    /\b(?:assigned|owner|agent|somebody|someone|anyone|anybody)\b/i.test(text)
  )
    return isSet(agent);
  if (/\b(?:closed|resolved|solved|done|finished)\b/i.test(text)) return closed;
  if (/\bon hold\b/i.test(text)) return row['onhold'] === true;
  if (/\b(?:overdue|late|breach\w*)\b/i.test(text))
    return typeof row['fixbydate'] === 'string' && !closed && Date.parse(row['fixbydate']) < now;
  const lower = text.toLowerCase();
  for (const key of ['status_name', 'priority_name', 'tickettype_name', 'client_name', 'team_name']) {
    const value = row[key];
    if (typeof value === 'string' && value !== '' && lower.includes(value.toLowerCase())) return true;
  }
  if (/\b(?:open|active|waiting)\b/i.test(text)) return !closed;
  return /\b(?:priority|status|type|urgent)\b/i.test(text) ? false : undefined;
}
