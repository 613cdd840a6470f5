import type { Ability, NamedAbility } from '../../src-shared/domain/abilities.ts';
import type { Principal } from '../domain/principal.ts';
import type { Viewer } from '../domain/viewer.ts';

/** Whom an ability is run for, through whose eyes. */
export interface AbilityCaller {
  readonly principal: Principal;
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
}

/** What an ability is run over: a record's id, or a text. */
export type AbilitySubject =
  | { readonly kind: 'ticket'; readonly id: number }
  | { readonly kind: 'article'; readonly id: number }
  | { readonly kind: 'text'; readonly text: string };

export interface AbilityRun {
  readonly ability: Ability;
  readonly subject: AbilitySubject;
  /** Its own parameters; what is left out is as the ability says. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Told of the answer as it comes. */
  readonly onText?: (delta: string) => void;
}

/** What a run took. */
export interface RunFacts {
  readonly ability: string;
  readonly connection: string;
  /** Empty for the offline model. */
  readonly model: string;
  /** No model was asked: rules made the answer. */
  readonly ruleBased: boolean;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly milliseconds: number;
}

/** What an answer comes to, read and checked, and written nowhere yet. */
export type PlannedWrite =
  | { readonly to: 'note'; readonly ticketId: number; readonly note: string; readonly public: boolean }
  | {
      readonly to: 'field';
      readonly of: 'ticket' | 'article';
      readonly id: number;
      readonly field: string;
      /** An id where the field holds one, or tags. */
      readonly value: string | number | readonly string[];
      /** What it is called, and what the field holds now. */
      readonly shown: string;
      readonly before: string;
    }
  | {
      readonly to: 'article';
      readonly article: ArticleText;
      readonly audience: 'agents' | 'everyone';
      readonly inactive: boolean;
      /** The ticket that it is written from, to which it is linked. */
      readonly ticketId?: number;
    };

export interface ArticleText {
  readonly title: string;
  readonly description: string;
  readonly resolution: string;
  readonly tags: readonly string[];
}

export interface AbilityDraft {
  /** The answer, as people read it. */
  readonly text: string;
  /** Absent where the text is all. */
  readonly write?: PlannedWrite;
  /** What the record was when it was read: what is written later must still be about that. */
  readonly basis: { readonly revision: number; readonly ticketStatus?: 'open' | 'closed' };
  readonly run: RunFacts;
}

/** What was written, by the ids of what holds it. */
export interface WrittenAnswer {
  readonly ticketId?: number;
  readonly actionNumber?: number;
  readonly articleId?: number;
  /** False where the field held that already. */
  readonly changed: boolean;
}

/** The AI abilities as custom tools use them. */
export interface AbilityMaterial {
  list(): readonly NamedAbility[];
  find(id: string): NamedAbility | undefined;
  /** Why nothing can be asked of its connection, as a sentence. */
  findTrouble(ability: Ability): string | undefined;
  /** What running it would do outside the desk, as a sentence; undefined where rules make the answer. */
  describeOutside(ability: Ability): string | undefined;
  /** Asks the model, or the rules, and reads what comes back. Writes nothing. */
  draft(run: AbilityRun, caller: AbilityCaller): Promise<AbilityDraft>;
  /** Within a change set. Throws `conflict` where the record is no longer what was read. */
  write(draft: AbilityDraft, caller: Omit<AbilityCaller, 'signal'>, at: number): WrittenAnswer;
}
