import type { RuleTrialCase, RuleTrialEvent, RuleTrialFigures } from '../../src-shared/api/suggestions.ts';
import type { SuggestionRule } from '../../src-shared/domain/suggestion-rules.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Judgement } from '../domain/suggestions/try-rule.ts';
import { ticketsConsidered } from '../tools/match-ticket.ts';
import { wholeDesk } from './edit-desk.ts';
import type { DoorCore } from './route-context.ts';
import { optional } from './row-values.ts';

type Core = Pick<DoorCore, 'desk' | 'search'>;

interface Trial {
  readonly rule: SuggestionRule;
  /** As it is saved, to compare with. */
  readonly saved: SuggestionRule | undefined;
  readonly now: number;
  readonly signal: AbortSignal | undefined;
}

interface Told {
  readonly ticketId: number;
  readonly judgement: Exclude<Judgement, { verdict: 'silent' }>;
  readonly savedVerdict: Judgement['verdict'] | undefined;
}

const mostTried = 200;
/** So many searches run at a time: as many as there are reader threads, so that others wait for one at most. */
const atOnce = 2;
const toldEvery = 8;
const mostShown = { wrong: 50, right: 10 };
const mostEvidence = 10;
const longestValue = 300;

/** Tries a rule, and tells how far that is. It stops between two searches once the signal is aborted. */
export async function* trySuggestionRule(core: Core, trial: Trial): AsyncGenerator<RuleTrialEvent, undefined, void> {
  try {
    yield* run(core, trial);
  } catch (error) {
    // What breaks a stream is not translated on its way.
    if (!(error instanceof AppError)) throw error;
    yield { kind: 'failed', sentence: error.message };
  }
  return undefined;
}

async function* run({ desk, search }: Core, { rule, saved, now, signal }: Trial): AsyncGenerator<RuleTrialEvent> {
  const { trial } = desk.suggestions;
  const rules = saved === undefined ? [rule] : [rule, saved];
  const figures = rules.map(() => ({ tickets: 0, suggested: 0, right: 0 }));
  const shown: Record<'right' | 'wrong', Told[]> = { right: [], wrong: [] };
  const tickets = trial.listTickets(wholeDesk, rule, mostTried);
  const of = tickets.length;
  const soFar = (done: number) => {
    const [tried = { tickets: 0, suggested: 0, right: 0 }, before] = figures.map((each) => ({ ...each }));
    return { done, of, tried, ...optional('saved', before) };
  };

  yield { kind: 'progress', ...soFar(0) };
  for (let done = 0; done < of; done += atOnce) {
    if (signal?.aborted === true) return;
    const some = tickets.slice(done, done + atOnce);
    const found = await Promise.all(
      some.map(({ id }) =>
        search.findAlike({ ticketId: id, viewer: wholeDesk, tickets: ticketsConsidered, articles: 0 }),
      ),
    );
    for (const [index, ticket] of some.entries()) {
      const judgements = trial.judge(wholeDesk, rules, ticket, found[index]?.tickets ?? [], now);
      for (const [at, judgement] of judgements.entries()) count(figures[at], judgement);
      const [judgement, before] = judgements;
      if (judgement === undefined || judgement.verdict === 'silent') continue;
      const list = shown[judgement.verdict];
      if (list.length === mostShown[judgement.verdict]) continue;
      list.push({ ticketId: ticket.id, judgement, savedVerdict: before?.verdict });
    }
    if ((done / atOnce + 1) % (toldEvery / atOnce) === 0) yield { kind: 'progress', ...soFar(done + some.length) };
  }
  const wrong = showCases(desk, shown.wrong);
  yield { kind: 'result', ...soFar(of), wrong, right: showCases(desk, shown.right) };
}

function count(
  figures: { -readonly [Name in keyof RuleTrialFigures]: number } | undefined,
  judgement?: Judgement,
): void {
  if (figures === undefined || judgement === undefined) return;
  figures.tickets += 1;
  if (judgement.verdict !== 'silent') figures.suggested += 1;
  if (judgement.verdict === 'right') figures.right += 1;
}

function showCases(desk: Core['desk'], told: readonly Told[]): RuleTrialCase[] {
  const ids = told.map(({ ticketId }) => ticketId);
  const summaries = new Map(desk.tickets.listByIds(wholeDesk, ids).map(({ id, summary }) => [id, summary]));
  return told.flatMap(({ ticketId, judgement: { proposal, suggested, actual }, savedVerdict }) => {
    const summary = summaries.get(ticketId);
    if (summary === undefined) return [];
    const { score, agreed, considered, evidence } = proposal;
    return {
      ...{ id: ticketId, summary, suggested: shorten(suggested), actual: shorten(actual) },
      ...{ score, agreed, considered, ticketIds: evidence.slice(0, mostEvidence) },
      ...optional('savedVerdict', savedVerdict),
    };
  });
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > longestValue ? `${characters.slice(0, longestValue).join('')}…` : text;
}
