import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { ConversationLine } from '../../db/repositories/conversation-repository.ts';
import type { TurnItemRow } from '../../db/repositories/turn-item-repository.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import { readSetup } from './describe-turn.ts';
import { type Failure, readFacts } from './item-facts.ts';
import type { ConversationStore } from './store.ts';

/** A conversation to be read: prompts, answers and calls in their order. */
export function writeMarkdown({ turns, items }: ConversationStore, { id, title, createdAt }: ConversationLine): string {
  const all = turns.listBefore(id, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).reverse();
  const parts = all.map((turn) => writeTurn(turn, items.listWhole([turn.id])));
  return [`# ${escapeLine(title)}`, `Begun ${toTimestamp(createdAt)}.`, ...parts].join('\n\n') + '\n';
}

function writeTurn(turn: TurnRow, items: readonly TurnItemRow[]): string {
  const { number, prompt, state, error, startedAt } = turn;
  const { model, connectionId, as } = readSetup(turn.setup);
  const notes = JSON.parse(turn.notes) as string[];
  const ended = error === null ? undefined : (JSON.parse(error) as Failure).message;
  return [
    `## ${number}. Prompt`,
    `_${toTimestamp(startedAt)}, ${escapeLine(model === '' ? connectionId : model)}, as ${escapeLine(as)}_`,
    fence(prompt),
    ...items.flatMap(writeItem),
    ...notes.map((sentence) => `> ${escapeLine(sentence)}`),
    ...(state === 'done' ? [] : [`> ${escapeLine([`The turn is ${state}.`, ended ?? ''].join(' ').trim())}`]),
  ].join('\n\n');
}

function writeItem({ kind, state, text, result, facts: json }: TurnItemRow): string[] {
  const facts = readFacts(json);
  switch (kind) {
    case 'answer':
      return ['### Answer', text];
    case 'refusal':
      return ['### Refusal', text];
    case 'reasoning':
      return text === '' ? [] : ['### Reasoning', text];
    case 'call': {
      const milliseconds = facts.milliseconds === undefined ? '' : `, ${Math.round(facts.milliseconds)} ms`;
      return [
        `### Call of ${escapeLine(facts.tool ?? '')}: ${state ?? ''}${milliseconds}`,
        fence(text, 'json'),
        ...(result === null ? [] : [fence(result, 'json')]),
      ];
    }
    case 'tool-list':
      return [`### Tools of ${escapeLine(facts.server ?? '')}: ${facts.tools ?? 0}`];
    default:
      return [`### ${escapeLine(facts.type ?? kind)}`, fence(text, 'json')];
  }
}

/** Longer than any row of backticks inside it, so that nothing in the text ends it. */
function fence(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((row) => row.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language}\n${text}\n${mark}`;
}

function escapeLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/g, (character) => `\\${character}`);
}
