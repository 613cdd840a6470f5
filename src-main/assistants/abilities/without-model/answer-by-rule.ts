import type { Ability } from '../../../../src-shared/domain/abilities.ts';
import { AppError } from '../../../../src-shared/errors/app-error.ts';
import type { AnswerShape } from '../answer-shape.ts';
import type { ReadAnswer } from '../read-answer.ts';
import type { Subject } from '../read-subject.ts';
import { chooseLikeSimilar } from './choose-like-similar.ts';
import { chooseNextStep } from './choose-next-step.ts';
import { draftReply } from './draft-reply.ts';
import { summarise } from './summarise.ts';
import { writeArticle } from './write-article.ts';

/** What the ability's rule makes without any model: the same for the same records. */
export function answerByRule(ability: Ability, subject: Subject, shape: AnswerShape): ReadAnswer {
  const { withoutModel, target } = ability;
  const text = (answer: string): ReadAnswer => ({ kind: 'text', text: answer });
  if (withoutModel === 'summary') return text(summarise(subject));
  if (subject.kind !== 'ticket' || withoutModel === 'none') throw noRule(ability);
  switch (withoutModel) {
    case 'reply':
      return text(draftReply(subject));
    case 'next-step':
      return text(chooseNextStep(subject));
    case 'article': {
      const article = writeArticle(subject);
      if (target.to === 'article') return { kind: 'article', article };
      return text(`${article.title}\n\n${article.description}\n\n${article.resolution}`);
    }
    case 'similar': {
      if (shape.kind !== 'choice') throw noRule(ability);
      const field = shape.what as Parameters<typeof chooseLikeSimilar>[1];
      return { kind: 'choice', choice: chooseLikeSimilar(subject, field, shape.choices) };
    }
  }
}

/** As a sentence: the offline model is no language model, and does not pretend to be one. */
export function describeNoRule({ name }: Pick<Ability, 'name'>): string {
  return `"${name}" needs a language model: the offline model works by rules, and has none for this. Choose another AI connection for it.`;
}

function noRule(ability: Ability): AppError {
  return new AppError('conflict', describeNoRule(ability));
}
