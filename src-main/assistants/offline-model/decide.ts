import { carryOut } from './carry-out.ts';
import { made, type Made, readMade } from './memory.ts';
import type { Decision, Thinking, Turn } from './model.ts';
import { isCommand } from './plain-request.ts';
import { type Clause, readRequest } from './read-request.ts';
import { repeatLast } from './repeat-last.ts';
import type { Scene } from './scene.ts';
import { answerTalk } from './small-talk.ts';
import { tidyMessage } from './tidy-message.ts';
import { profileTool } from './tool-profile.ts';

/** Of a longer message the rest is not looked at. */
const longestMessage = 20_000;
/** Patterns take long over a gap of thousands of spaces or empty lines. */
const longGap = /\s{20,}/g;
const shorten = (gap: string): string => (gap.includes('\n') ? '\n\n' : ' ');
/** As they do over thousands of dashes or opening quotation marks. */
const longRow = /([^\p{L}\p{N}])\1{100,}/gu;
const shortenRow = (row: string): string => row.slice(0, 100);

/**
 * The rule-based model: chooses tools and fills their arguments from what was asked and from what the tools' servers say
 * of them, and answers from the results. The same conversation always gets the same decision. It keeps nothing: what was
 * decided before is worked out again from the request, and the results that are there take the place of the calls.
 */
export function decide({ turns, tools, now, mustCall = false }: Thinking): Decision {
  const from = turns.findLastIndex((turn) => turn.kind === 'message' && turn.role === 'user');
  const request = turns[from];
  if (request?.kind !== 'message') return { kind: 'answer', text: 'What can I do for you?' };
  const message = tidyMessage(
    joinAnswer(turns, from, request.text)
      .slice(0, longestMessage)
      .replaceAll(longGap, shorten)
      .replaceAll(longRow, shortenRow),
  );
  const earlier = readMade(turns.slice(0, from));
  const since = readMade(turns.slice(from));
  const scene: Scene = {
    profiles: tools.map(profileTool),
    made: [...earlier],
    earlier: earlier.length,
    mentioned: [],
    before: [],
    taken: [],
    now,
  };

  const talk = mustCall ? undefined : answerTalk(message, scene.profiles);
  if (talk !== undefined) return { kind: 'answer', text: talk };
  const clauses = readRequest(message);
  const again = earlier.length === 0 ? undefined : repeatLast(message, clauses, scene);
  if (again !== undefined)
    return since[0] === undefined
      ? { kind: 'calls', calls: [again.wish] }
      : { kind: 'answer', text: again.tell(since[0]) };
  if (clauses.length === 0) return { kind: 'answer', text: 'What can I do for you?' };
  const plan = carryOut(clauses, scene, mustCall && since.length === 0);
  let step = plan.next();
  for (const past of since) {
    if (step.done === true) break;
    step = plan.next(inPlaceOf(step.value, past));
  }
  if (step.done === true) return { kind: 'answer', text: step.value };
  return { kind: 'calls', calls: [step.value] };
}

/** A call may have been changed by whoever allowed it: what counts is what was called in the end. */
const inPlaceOf = (wish: { tool: string; arguments: Readonly<Record<string, unknown>> }, past: Made): Made =>
  past.tool === wish.tool ? past : made(wish, { text: past.text, outcome: past.outcome });

/** An answer to a question of ours belongs to the request that was asked about. */
function joinAnswer(turns: readonly Turn[], from: number, text: string): string {
  const before = turns.slice(0, from).findLastIndex((turn) => turn.kind === 'message');
  const asked = turns[before];
  if (asked?.kind !== 'message' || asked.role !== 'assistant' || !asksBack.test(asked.text)) return text;
  const wanted = /\bWhat (?:is|are) the ([\w ]+?)\?/.exec(asked.text)?.[1];
  const isNamed = wanted !== undefined && new RegExp(`\\b${wanted}\\b`, 'i').test(text);
  if (!isNamed && text.split(/\s+/).length > 4 && readRequest(text).some(asksForMore)) return text;
  const first = turns.slice(0, before).findLast((turn) => turn.kind === 'message' && turn.role === 'user');
  if (first?.kind !== 'message') return text;
  const entity = /\bWhich (\w+) do you mean\b/.exec(asked.text)?.[1];
  const told =
    /^#?\d+$/.test(text.trim()) && entity !== undefined
      ? `${entity} ${text.trim()}`
      : wanted === undefined || isNamed
        ? text
        : `${wanted}: ${text}`;
  const request = first.text.replace(/[.\s]+$/, '');
  const isTold = wanted !== undefined && matters.test(wanted) && /\s\S+\s/.test(text.trim());
  return isTold ? `${request}. ${text.replace(apology, '')}` : `${request}, ${told}`;
}

/** What a request that lacks something ends with. */
const asksBack = /(?:^|\n\n)(?:Which|What (?:is|are) the|Whose|There are several|I found no|I see no)\b[^\n]*\?[^\n]*$/;
const matters = /\b(?:summary|subject|title|description|details)$/;
const apology =
  /^(?:(?:oh|ah|sorry|oops|my bad|apologies|of course|(?:i )?(?:didn't|did not|forgot to) say)\b[\s,.:–-]*)+/i;

/** It is a request of its own. */
const asksForMore = ({ text, isQuestion, actions }: Clause): boolean =>
  actions.length > 0 && (isQuestion || isCommand(text));
