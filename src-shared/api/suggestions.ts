import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { suggestible } from '../domain/suggestion-rules.ts';
import { procedure } from './procedure.ts';
import { line, recordId, reference, revision } from './record-list.ts';
import { timestamp } from './timestamp.ts';

const score = z.number().min(0).max(1);

const suggestion = z.object({
  id: z.int(),
  proposes: z.enum(suggestible),
  /** A name, or the text of a resolution. */
  value: z.string(),
  /** Absent for a resolution. */
  valueId: z.int().optional(),
  /** Absent when its rule is gone. */
  rule: reference.optional(),
  score,
  /** So many agree of those that the rule counted. */
  agreed: z.int(),
  considered: z.int(),
  /** The tickets that agree, the most similar first. */
  ticketIds: z.array(z.int()),
});

const why = { score, words: z.array(z.string()) };

const matches = z.object({
  tickets: z.array(
    z.object({
      id: z.int(),
      summary: z.string(),
      status: z.string(),
      client: z.string(),
      openedAt: timestamp,
      closedAt: timestamp.optional(),
      /** How it was closed; may be empty. */
      resolution: z.string(),
      ...why,
      sameCategory: z.boolean(),
      daysApart: z.int().optional(),
    }),
  ),
  articles: z.array(z.object({ id: z.int(), title: z.string(), ...why })),
  suggestions: z.array(suggestion),
});

const ruleFields = {
  name: line(200),
  proposes: z.enum(suggestible),
  /** Empty for all. */
  typeIds: z.array(recordId).max(200),
  minimumScore: score,
  minimumMatches: z.int().min(1).max(30),
  minimumPercent: z.int().min(1).max(100).nullable(),
  closedOnly: z.boolean(),
  lastDays: z.int().min(1).max(36_500).nullable(),
  autoApply: z.boolean(),
  inactive: z.boolean(),
};

const rule = z.object({ id: z.int(), ...ruleFields });

const rules = z.object({ rules: z.array(rule), revision });

/** How many tickets a rule is for that have what it proposes, for how many it said something, and how often rightly. */
const trialFigures = z.object({ tickets: z.int(), suggested: z.int(), right: z.int() });

const verdict = z.enum(['right', 'wrong', 'silent']);

const trialCase = z.object({
  id: z.int(),
  summary: z.string(),
  /** A name, or the text of a resolution, cut where it is long. */
  suggested: z.string(),
  /** What the ticket has come to have, in the same way. */
  actual: z.string(),
  score,
  agreed: z.int(),
  considered: z.int(),
  /** The tickets that agree, the most similar first; at most ten. */
  ticketIds: z.array(z.int()),
  /** What the saved rule would have said; absent without one, and where that is not for the ticket. */
  savedVerdict: verdict.optional(),
});

const trialProgress = {
  /** Tickets that were looked at, of so many. */
  done: z.int(),
  of: z.int(),
  tried: trialFigures,
  /** Of the rule as it is saved, on the same tickets. */
  saved: trialFigures.optional(),
};

const trialEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), ...trialProgress }),
  z.object({
    kind: z.literal('result'),
    ...trialProgress,
    /** The first fifty, and the first ten; those closed last come first. */
    wrong: z.array(trialCase),
    right: z.array(trialCase),
  }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
]);

const decision = z.strictObject({ ticketId: recordId, ids: z.array(recordId).min(1).max(20) });

export type SuggestionView = z.infer<typeof suggestion>;
export type SuggestionRuleView = z.infer<typeof rule>;
export type RuleTrialEvent = z.infer<typeof trialEvent>;
export type RuleTrialCase = z.infer<typeof trialCase>;
export type RuleTrialFigures = z.infer<typeof trialFigures>;
export type TicketMatches = z.infer<typeof matches>;

/** What similar tickets suggest, as the desk's administrator sees it. */
export const suggestionsContract = {
  /** Those that are open for a ticket, as they were last worked out. */
  open: procedure.input(z.strictObject({ ticketId: recordId })).output(z.object({ suggestions: z.array(suggestion) })),
  /**
   * Looks for tickets and articles like a ticket, the likest first, and brings its suggestions up to date; rules that
   * apply what they find do so.
   */
  match: procedure.input(z.strictObject({ ticketId: recordId })).output(matches),
  /** All of them or none; answers with those that are still open. */
  apply: procedure.input(decision).output(z.object({ suggestions: z.array(suggestion) })),
  /** They are not suggested for this ticket again. */
  dismiss: procedure.input(decision).output(z.object({ suggestions: z.array(suggestion) })),
  /** In the order in which they are looked at: of those for the same thing the first that finds enough decides. */
  listRules: procedure.output(rules),
  /**
   * Without an id a new one, at the end. With a revision it is refused as a conflict when the rule, its place aside, was
   * changed since.
   */
  saveRule: procedure
    .input(z.strictObject({ id: recordId.optional(), revision: revision.optional(), ...ruleFields }))
    .output(rules),
  deleteRule: procedure.input(z.strictObject({ id: recordId })).output(rules),
  /**
   * What the rule, saved or not, would have said about the tickets that were closed last, each of them left out of its
   * own matches; with an id, beside what the saved rule would have. It tells how far it is and ends with the result or a
   * failure; it takes some seconds and stops when it is aborted.
   */
  tryRule: procedure
    .input(z.strictObject({ id: recordId.optional(), ...ruleFields }))
    .output(eventIterator(trialEvent)),
  /** The same rules in another order. */
  orderRules: procedure.input(z.strictObject({ ids: z.array(recordId).max(1000) })).output(rules),
};
