import { AppError } from '../../../../src-shared/errors/app-error.ts';
import { isStopWord } from '../../../search/stop-words.ts';
import { fold, wordsOf } from '../../../search/tokens.ts';
import type { ArticleText } from '../../../tools/ability-material.ts';
import type { TicketSubject } from '../read-subject.ts';
import { asClause, isByAgent, listSaid } from './entries.ts';
import { findKeySentences } from './key-sentences.ts';

const longestTitle = 255;

/** The ticket's summary and details, and what it was closed with or what an agent last said in public. */
export function writeArticle(subject: TicketSubject): ArticleText {
  const { ticket } = subject;
  const said = listSaid(subject).filter((entry) => entry.private === 0 && isByAgent(entry));
  const ended = ticket.closureNote.trim() || (said.at(-1)?.note.trim() ?? '');
  if (ended === '') {
    throw new AppError(
      'conflict',
      `Ticket ${ticket.id} does not say how it was resolved, so there is nothing to write an article from.`,
    );
  }
  const described = findKeySentences(ticket.details, 4).join(' ');
  return {
    title: asClause(ticket.summary).slice(0, longestTitle),
    description: described === '' ? asClause(ticket.summary) : described,
    resolution: ended,
    tags: listTags(`${ticket.summary} ${ticket.categoryName ?? ''}`),
  };
}

function listTags(text: string): string[] {
  const words = wordsOf(text).map(fold);
  return [...new Set(words.filter((word) => word.length > 3 && !isStopWord(word) && !/^\d+$/.test(word)))].slice(0, 5);
}
