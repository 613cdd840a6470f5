import { mainEntity } from './entities.ts';
import { findIds, hideQuoted } from './facts.ts';
import { findTopic } from './free-text.ts';
import type { Made } from './memory.ts';
import type { Parameter } from './parameters.ts';
import { isCommand } from './plain-request.ts';
import { type Clause, plainClause } from './read-request.ts';
import { findChoice, findFlag } from './read-value.ts';
import type { Scene, Wish } from './scene.ts';
import { tellResult } from './tell-result.ts';
import type { ToolProfile } from './tool-profile.ts';

const opening = /^(?:and|what about|how about|same for|the same for|now)\b[\s,]*/i;
const nextPage = /\b(?:next|more|another) (?:page|ones?|results?|tickets?)\b|^(?:more|next)\b/i;
const narrowing = /\b(?:only|just|ones|too|also|as well|include|including|without|hide)\b/i;
const pageNamed = /^(?:and |show )?page (\d+)\b/i;

interface Repeated {
  readonly wish: Wish;
  readonly tell: (result: Made) => string;
}

/** The last call once more with something else in it: "and 135", "and in German", "next page". */
export function repeatLast(
  message: string,
  clauses: readonly Clause[],
  { made, profiles }: Scene,
): Repeated | undefined {
  const last = made.at(-1);
  const profile = profiles.find(({ tool }) => tool.key === last?.tool);
  if (last === undefined || profile === undefined || message.split(/\s+/).length > 9) return undefined;
  const meant = readCorrection(message);
  if (meant !== undefined) return correctLast(meant, last, profile, profiles);
  const change = profile.reads ? changeOf(message, clauses, last, profile.parameters) : undefined;
  if (change === undefined) return undefined;
  const { wish } = repeat(last, profile, message, change);
  return { wish, tell: (result) => tellResult(result, profile, clauses[0] ?? plainClause(message)) };
}

const takenBack =
  /^(?:(?:(?:no|nope|oh|oops|sorry|ah|wait|hm+|actually|er+m?|um|argh|damn|my (?:bad|mistake)|apologies|wrong (?:number|one|ticket|id|article)|typo|correction|not (?:that|this) one|not #?\w+)[\s,.!:;–-]+)+(?:(?:but )?(?:i|we) mean(?:t)?|make (?:that|it)|(?:it )?should (?:be|have been)|that(?:'s| is)|it(?:'s| is)|rather|but|instead|try)?|(?:i|we) meant?|i was looking for|make that)[\s,:]+(?=\S)/i;

/** "No, I meant 12": what was meant; undefined where nothing is taken back, or something of its own is asked for. */
function readCorrection(message: string): string | undefined {
  const found = takenBack.exec(message.trim());
  if (found === null) return undefined;
  const meant = message
    .trim()
    .slice(found[0].length)
    .replace(/[\s,]*\b(?:instead|please|pls|i mean)\b[\s.?!]*$/i, '')
    .replace(/[.?!]+$/, '');
  if (isCommand(meant) || meant.split(/\s+/).length > 5) return undefined;
  return meant;
}

/** The last call with what was meant in the place of what was said. */
function correctLast(
  meant: string,
  last: Made,
  profile: ToolProfile,
  profiles: Scene['profiles'],
): Repeated | undefined {
  const id = findIds(meant)[0] ?? {
    entity: undefined,
    id: Number(/^(?:\w+ )?#?(\d+)$/.exec(meant.trim())?.[1] ?? Number.NaN),
  };
  const reference = profile.parameters.find(({ refersTo, required }) => refersTo !== undefined && required);
  if (!Number.isNaN(id.id)) {
    if (
      reference === undefined ||
      (id.entity !== undefined && id.entity !== profile.entity && id.entity !== reference.refersTo?.entity)
    )
      return undefined;
    return repeat(last, profile, meant, { [reference.name]: id.id });
  }
  if (!profile.reads) return undefined;
  const text = findTextParameter(profile.parameters);
  const kind = mainEntity(meant);
  const topic = findTopic(meant);
  // Another kind of thing, looked for by the same words.
  if (kind?.sure === true && topic === '' && text !== undefined && kind.entity !== profile.entity) {
    const other = profiles.find(
      (each) =>
        each.reads &&
        each.entity === kind.entity &&
        (each.actions.get('find') ?? 0) > 0.5 &&
        findTextParameter(each.parameters) !== undefined,
    );
    const into = other === undefined ? undefined : findTextParameter(other.parameters);
    if (other === undefined || into === undefined) return undefined;
    const wish = { tool: other.tool.key, arguments: { [into.name]: last.arguments[text.name] } };
    return { wish, tell: (result) => tellResult(result, other, plainClause(meant)) };
  }
  return text === undefined || topic === '' ? undefined : repeat(last, profile, meant, { [text.name]: topic });
}

const findTextParameter = (parameters: ToolProfile['parameters']): Parameter | undefined =>
  parameters.find(
    ({ kind, required, choices, words }) =>
      kind === 'text' &&
      choices.length === 0 &&
      (required || words.some((word) => /^(?:search|query|q|keywords?)$/.test(word))),
  );

const repeat = (
  last: Made,
  profile: ToolProfile,
  meant: string,
  change: Readonly<Record<string, unknown>>,
): Repeated => ({
  wish: { tool: last.tool, arguments: { ...last.arguments, ...change } },
  tell: (result) => tellResult(result, profile, plainClause(meant)),
});

function changeOf(
  message: string,
  clauses: readonly Clause[],
  last: Made,
  parameters: Scene['profiles'][number]['parameters'],
): Readonly<Record<string, unknown>> | undefined {
  const page = parameters.find(({ words }) => words[0] === 'page');
  const named = pageNamed.exec(message)?.[1];
  if (page !== undefined && (named !== undefined || nextPage.test(message))) {
    const now = last.arguments[page.name];
    return { [page.name]: named === undefined ? (typeof now === 'number' ? now : 1) + 1 : Number(named) };
  }
  const flag = parameters.find(({ kind }) => kind === 'flag');
  const wanted =
    flag !== undefined && narrowing.test(message) && message.split(/\s+/).length < 7
      ? findFlag(message, flag)
      : undefined;
  if (flag !== undefined && wanted !== undefined) return { [flag.name]: wanted };
  const rest = message.replace(opening, '').replace(/[\s,]*\b(?:as well|too|also|please|pls|instead)\b[\s.?!]*$/i, '');
  if (
    !opening.test(message) ||
    rest.split(/\s+/).length > 4 ||
    clauses.some(({ actions }) => actions.some((action) => action !== 'read' && action !== 'find'))
  )
    return undefined;
  const chosen = parameters.find(({ choices }) => choices.length > 0);
  const choice = chosen === undefined ? undefined : findChoice(rest, chosen.choices);
  if (chosen !== undefined && choice !== undefined) return { [chosen.name]: choice };
  const id = findIds(hideQuoted(rest))[0]?.id ?? Number(/^#?(\d+)[?.!]*$/.exec(rest.trim())?.[1] ?? Number.NaN);
  const reference = parameters.find(({ refersTo, required }) => refersTo !== undefined && required);
  if (reference !== undefined) return Number.isNaN(id) ? undefined : { [reference.name]: id };
  const text = findTextParameter(parameters);
  const topic = findTopic(rest);
  return text === undefined || topic === ''
    ? undefined
    : { [text.name]: topic, ...(page !== undefined && { [page.name]: undefined }) };
}
