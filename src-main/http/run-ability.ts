import type { AbilityEvent, AbilityPrompt, AbilityWrite } from '../../src-shared/api/abilities.ts';
import type { Ability } from '../../src-shared/domain/abilities.ts';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import { findAbilityTroubles } from '../../src-shared/domain/find-ability-troubles.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { PreparedRun } from '../assistants/abilities/create-abilities.ts';
import type { AbilityRun, AbilitySubject, PlannedWrite } from '../tools/ability-material.ts';
import { getAdministrator, wholeDesk } from './edit-desk.ts';
import type { RouteContext } from './route-context.ts';

export interface Asked {
  readonly ability: Ability;
  readonly ticketId?: number | undefined;
  readonly articleId?: number | undefined;
  readonly text?: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** An ability with what it is run over. Throws a sentence where it could not be saved like this, or that is missing. */
export function toAbilityRun({ ability, ticketId, articleId, text, parameters }: Asked): AbilityRun {
  const [trouble] = Object.values(findAbilityTroubles(ability));
  if (trouble !== undefined) throw new AppError('invalid_arguments', trouble);
  return { ability, subject: toSubject(ability, { ticketId, articleId, text }), parameters };
}

function toSubject(
  { input }: Ability,
  { ticketId, articleId, text }: Pick<Asked, 'ticketId' | 'articleId' | 'text'>,
): AbilitySubject {
  if (input === 'ticket' && ticketId !== undefined) return { kind: 'ticket', id: ticketId };
  if (input === 'article' && articleId !== undefined) return { kind: 'article', id: articleId };
  if (input === 'text' && text !== undefined && text.trim() !== '') return { kind: 'text', text };
  const what = {
    ticket: 'Choose a ticket to run it on.',
    article: 'Choose an article to run it on.',
    text: 'Give it a text.',
  };
  throw new AppError('invalid_arguments', what[input]);
}

export function administratorOf(context: RouteContext) {
  return { principal: getAdministrator(context), viewer: wholeDesk };
}

export function showPrompt({ connection, model, filled }: PreparedRun): AbilityPrompt {
  const { instructions, prompt } = filled;
  return {
    ...{ instructions, prompt, connection: connection.name, model, ruleBased: connection.isOffline },
    estimatedTokens: estimateTokens(`${instructions}\n${prompt}`),
  };
}

/** Runs it and tells of it as it goes. What fails is told as the last event: a stream's errors are not translated. */
export async function* runAbility(
  context: RouteContext,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<AbilityEvent, undefined, void> {
  const { abilities } = context.core;
  try {
    const run = toAbilityRun(asked);
    const prepared = await abilities.prepare(run, administratorOf(context));
    yield { kind: 'prompt', ...showPrompt(prepared) };
    const texts = createTexts();
    const finished = abilities.finish({ ...run, onText: texts.add }, prepared, signal).finally(texts.end);
    // Told below, once all of the text is.
    finished.catch(() => undefined);
    for (let delta = await texts.next(); delta !== undefined; delta = await texts.next()) yield { kind: 'text', delta };
    const draft = await finished;
    const { write, text } = draft;
    const abilityId = abilities.list().find(({ ability }) => ability.name === run.ability.name)?.id;
    const { inputTokens, outputTokens, milliseconds } = draft.run;
    yield {
      ...{ kind: 'draft', draftId: abilities.drafts.keep({ draft, subject: run.subject, abilityId }), text },
      ...(write && { write: showWrite(write) }),
      ...{ inputTokens, outputTokens, milliseconds },
    };
  } catch (error) {
    if (!(error instanceof AppError)) {
      context.core.ports.log.error('An AI ability failed unexpectedly.', { error });
      yield { kind: 'failed', sentence: 'The ability failed because of a fault in the workbench. The log says more.' };
    } else yield { kind: 'failed', sentence: error.message };
  }
  return undefined;
}

/** Text that waits to be told: what came meanwhile is told at once. */
function createTexts() {
  let waiting = '';
  let isOver = false;
  let wake = (): void => undefined;
  return {
    add(delta: string): void {
      waiting += delta;
      wake();
    },
    end(): void {
      isOver = true;
      wake();
    },
    async next(): Promise<string | undefined> {
      while (waiting === '') {
        if (isOver) return undefined;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const text = waiting;
      waiting = '';
      return text;
    },
  };
}

function showWrite(write: PlannedWrite): AbilityWrite {
  switch (write.to) {
    case 'note':
      return { to: 'note', ticketId: write.ticketId, public: write.public };
    case 'field': {
      const { of, id, field, before, shown } = write;
      return { to: 'field', of, id, field, before, after: shown };
    }
    case 'article': {
      const { tags, ...article } = write.article;
      return { to: 'article', ...article, tags: [...tags], audience: write.audience, inactive: write.inactive };
    }
  }
}
