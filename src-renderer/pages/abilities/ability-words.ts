import { ability as abilitySchema, type Ability, type ModelFreeRule } from '../../../src-shared/domain/abilities.ts';
import { findAbilityTroubles } from '../../../src-shared/domain/find-ability-troubles.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import type { RecordForm } from '../../components/form/use-record-form.ts';

export const abilityLabels: Readonly<Record<keyof Ability, string>> = {
  name: 'Name',
  about: 'What it does',
  input: 'Runs over',
  prompt: 'Prompt',
  parameters: 'Parameters',
  connectionId: 'AI connection',
  model: 'Model',
  target: 'With the answer',
  privateNotes: 'Read private notes',
  withoutModel: 'Without a model',
  mostCharacters: 'Longest prompt, in characters',
  mostTokens: 'Longest answer, in tokens',
  seconds: 'Time limit, in seconds',
  inactive: 'Inactive',
};

export const ruleLabels: Readonly<Record<ModelFreeRule, string>> = {
  summary: 'Summarise: the sentences that say most',
  reply: 'Draft a reply from the latest public entries',
  similar: 'Take what similar closed tickets have',
  article: 'Make an article of the ticket and its resolution',
  'next-step': 'Name the action that similar tickets were taken on by',
  none: 'Nothing: it needs a model',
};

/** What a new one starts from. */
export const newAbility: Ability = abilitySchema.parse({
  name: '',
  input: 'ticket',
  prompt: 'Summary: {{ticket.summary}}\nDetails:\n{{ticket.details}}\nConversation:\n{{ticket.conversation}}',
  target: { to: 'text' },
});

const numbers = ['mostCharacters', 'mostTokens', 'seconds'] as const;

/** A form over a draft of an ability. What is wrong in one part often depends on the others. */
export function useAbilityForm(key: string, saved: Ability, version: number): RecordForm<Ability> {
  const draft = useDraft(key, saved, version);
  const { values } = draft;
  const problems = { ...findNumberProblems(values), ...findAbilityTroubles(values) };
  return { labels: abilityLabels, draft, values, problems, valid: Object.keys(problems).length === 0 };
}

function findNumberProblems(values: Ability): RecordForm<Ability>['problems'] {
  const { shape } = abilitySchema;
  const wrong = numbers.filter((name) => !shape[name].safeParse(values[name]).success);
  return Object.fromEntries(wrong.map((name) => [name, `A whole number from ${limits[name]}.`]));
}

const limits = {
  mostCharacters: '1,000 to 400,000',
  mostTokens: '50 to 32,000',
  seconds: '5 to 300',
};
