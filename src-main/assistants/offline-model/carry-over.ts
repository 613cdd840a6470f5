import { findIds } from './facts.ts';
import type { Made } from './memory.ts';
import { isRow } from './rows.ts';
import { sentence } from './free-text.ts';
import type { Clause } from './read-request.ts';
import type { Scene } from './scene.ts';
import { tellBriefly } from './tell-result.ts';

const pointsAtWork =
  /\b(?:it|this|that|them|so|the (?:result|answer|outcome|translation|date|number|text|value|details?|same)|you did|what you (?:did|found)|as an?|(?:to|on|in) (?:the )?(?:ticket|incident)?)\b/i;

/** What was last written about a ticket that time is booked on, in this conversation. */
export function findNoteBefore({ text }: Clause, { made }: Scene): string | undefined {
  const [said] = findIds(text);
  const about = ({ arguments: given }: Made): boolean => said === undefined || given['ticket_id'] === said.id;
  const last = made.findLast(
    (each) => each.outcome === 'done' && typeof each.arguments['note'] === 'string' && about(each),
  );
  const note = last?.arguments['note'];
  return typeof note === 'string' ? note : undefined;
}

/** What this request did or found just before, as a text for a note: "and note that on 12", "add it as a note". */
export function findCarried(clause: Clause, { made, earlier, before, profiles }: Scene): string | undefined {
  const last = made.slice(earlier).at(-1);
  const asked = before.at(-1);
  const profile = profiles.find(({ tool }) => tool.key === last?.tool);
  if (last?.outcome !== 'done' || asked === undefined || profile === undefined) return undefined;
  const written = last.arguments['note'];
  if (typeof written === 'string') return written;
  if (!pointsAtWork.test(clause.text)) return undefined;
  if (profile.reads || !isRow(last.value)) return tellBriefly(last, profile, asked);
  return [asked.background, `${profile.tool.title ?? profile.tool.name}: ${asked.text}`]
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');
}
