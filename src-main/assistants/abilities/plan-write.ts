import type { Ability } from '../../../src-shared/domain/abilities.ts';
import type { PlannedWrite } from '../../tools/ability-material.ts';
import type { ReadAnswer } from './read-answer.ts';
import type { ArticleSubject, Subject, TicketSubject } from './read-subject.ts';

/** Where an answer is to be written; undefined where the text is all. */
export function planWrite({ target }: Ability, subject: Subject, answer: ReadAnswer): PlannedWrite | undefined {
  switch (target.to) {
    case 'text':
      return undefined;
    case 'note':
      if (subject.kind !== 'ticket' || answer.kind !== 'text') return undefined;
      return { to: 'note', ticketId: subject.ticket.id, note: answer.text, public: target.public };
    case 'article': {
      if (answer.kind !== 'article') return undefined;
      const { audience, inactive } = target;
      const from = subject.kind === 'ticket' ? { ticketId: subject.ticket.id } : {};
      return { to: 'article', article: answer.article, audience, inactive, ...from };
    }
    case 'field': {
      if (subject.kind === 'text') return undefined;
      const { field } = target;
      const value = valueOf(answer);
      if (value === undefined) return undefined;
      const place =
        subject.kind === 'ticket'
          ? ({ of: 'ticket', id: subject.ticket.id, before: ticketValue(subject, field) } as const)
          : ({ of: 'article', id: subject.article.id, before: articleValue(subject, field) } as const);
      return { to: 'field', ...place, field, ...value };
    }
  }
}

function valueOf(answer: ReadAnswer): { value: string | number | readonly string[]; shown: string } | undefined {
  switch (answer.kind) {
    case 'text':
      return { value: answer.text, shown: answer.text };
    case 'choice':
      return { value: answer.choice.id, shown: answer.choice.name };
    case 'tags':
      return { value: answer.tags, shown: answer.tags.join(', ') };
    case 'article':
      return undefined;
  }
}

function ticketValue({ ticket }: TicketSubject, field: string): string {
  const values: Readonly<Record<string, string | null>> = {
    ...{ summary: ticket.summary, category: ticket.categoryName, priority: ticket.priorityName },
    ...{ type: ticket.typeName, team: ticket.teamName, resolution: ticket.closureNote },
  };
  return values[field] ?? '';
}

function articleValue({ article }: ArticleSubject, field: string): string {
  const { title, description, resolution, tags } = article;
  const values: Readonly<Record<string, string>> = { title, description, resolution, tags: tags.join(', ') };
  return values[field] ?? '';
}

/** The answer as people read it. */
export function writeOut(answer: ReadAnswer): string {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'choice':
      return answer.choice.name;
    case 'tags':
      return answer.tags.join(', ');
    case 'article': {
      const { title, description, resolution, tags } = answer.article;
      const tagLine = tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`];
      return [title, description, resolution, ...tagLine].filter((part) => part !== '').join('\n\n');
    }
  }
}
