import { findIds, hideQuoted } from './facts.ts';
import { findTopic } from './free-text.ts';
import type { Made } from './memory.ts';
import type { Clause } from './read-request.ts';
import { findChoice } from './read-value.ts';
import type { Scene, Wish } from './scene.ts';
import { tellResult } from './tell-result.ts';

const opening = /^(?:and|what about|how about|same for|the same for|now)\b[\s,]*/i;
const nextPage = /\b(?:next|more|another) (?:page|ones?|results?|tickets?)\b|^(?:more|next)\b/i;
const pageNamed = /^(?:and |show )?page (\d+)\b/i;

/** The last call once more with something else in it: "and 135", "and in German", "next page". */
export function repeatLast(
  message: string,
  clauses: readonly Clause[],
  { made, profiles }: Scene,
): { readonly wish: Wish; readonly tell: (result: Made) => string } | undefined {
  const last = made.at(-1);
  const profile = profiles.find(({ tool }) => tool.key === last?.tool);
  if (last === undefined || profile === undefined || message.split(/\s+/).length > 7) return undefined;
  const change = profile.reads ? changeOf(message, clauses, last, profile.parameters) : undefined;
  if (change === undefined) return undefined;
  const clause: Clause = clauses[0] ?? {
    text: message,
    actions: [],
    background: '',
    isQuestion: false,
    tellsOnly: false,
  };
  return {
    wish: { tool: last.tool, arguments: { ...last.arguments, ...change } },
    tell: (result) => tellResult(result, profile, clause),
  };
}

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
  const text = parameters.find(({ kind, required, choices }) => kind === 'text' && required && choices.length === 0);
  const topic = findTopic(rest);
  return text === undefined || topic === ''
    ? undefined
    : { [text.name]: topic, ...(page !== undefined && { [page.name]: undefined }) };
}
