import { z } from 'zod';

export const abilityInputs = ['ticket', 'article', 'text'] as const;
export type AbilityInput = (typeof abilityInputs)[number];

/** Of a ticket and of an article: what an answer can be written to. */
export const ticketFieldTargets = ['summary', 'category', 'priority', 'type', 'team', 'resolution'] as const;
export const articleFieldTargets = ['title', 'description', 'resolution', 'tags'] as const;

/** What stands in for a model where the connection is the offline model. */
export const modelFreeRules = ['summary', 'reply', 'similar', 'article', 'next-step', 'none'] as const;
export type ModelFreeRule = (typeof modelFreeRules)[number];

/** What a prompt can be filled with, by what the ability is run over: names, and what each holds. */
export const abilityPlaces = {
  ticket: {
    'ticket.id': 'Its number',
    'ticket.summary': 'Its summary',
    'ticket.details': 'What was asked for, as it was logged',
    'ticket.conversation': 'Its history, the oldest entry first',
    'ticket.type': 'Its type',
    'ticket.status': 'Its status',
    'ticket.priority': 'Its priority',
    'ticket.category': 'Its category',
    'ticket.team': 'The team that has it',
    'ticket.agent': 'The agent who works on it',
    'ticket.user': 'Whose ticket it is',
    'ticket.client': 'The client',
    'ticket.site': 'The site',
    'ticket.opened': 'When it was logged',
    'ticket.due': 'When it is to be fixed',
    'ticket.closed': 'When it was closed',
    'ticket.resolution': 'What it was closed with',
    'ticket.fields': 'Its custom fields',
    'ticket.step': 'The step of its workflow',
    'ticket.actions': 'The actions that can be used on it now',
    'ticket.similar': 'Similar closed tickets, and how they ended',
  },
  article: {
    'article.id': 'Its id',
    'article.title': 'Its title',
    'article.description': 'Its description',
    'article.resolution': 'Its resolution',
    'article.tags': 'Its tags',
  },
  text: { text: 'The text' },
} as const;

/** Places of every ability. */
export const commonPlaces = {
  today: 'The date of today',
  choices: 'What may be answered, where that is a list',
} as const;

export type TicketPlace = keyof (typeof abilityPlaces)['ticket'];
export type ArticlePlace = keyof (typeof abilityPlaces)['article'];

export const longestAbilityPrompt = 20_000;
export const mostAbilityParameters = 10;
export const mostAbilities = 200;
export const longestParameterValue = 1000;

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\n\r\0]*$/, 'Must be one line');

const parameter = z.strictObject({
  /** Its place in the prompt, and its name as a tool's parameter. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Begins with a small letter; small letters, digits and underscores follow'),
  description: line(500).default(''),
  /** What it is when none is given; empty makes it required. */
  fallback: line(longestParameterValue).default(''),
});

const target = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('text') }),
  z.strictObject({ to: z.literal('note'), public: z.boolean().default(false) }),
  z.strictObject({ to: z.literal('field'), field: z.enum([...ticketFieldTargets, ...articleFieldTargets]) }),
  z.strictObject({
    to: z.literal('article'),
    audience: z.enum(['agents', 'everyone']).default('agents'),
    /** It is inactive until somebody has read it. */
    inactive: z.boolean().default(true),
  }),
]);

/** A named prompt that is run over a ticket, an article or a text. What its parts may be together: `findAbilityTroubles`. */
export const ability = z.strictObject({
  name: line(100),
  /** What it does, for people and for models. */
  about: line(500).default(''),
  input: z.enum(abilityInputs),
  prompt: z.string().max(longestAbilityPrompt),
  parameters: z.array(parameter).max(mostAbilityParameters).default([]),
  /** Null: the workbench's default connection. */
  connectionId: z.string().min(1).max(100).nullable().default(null),
  /** Empty: the connection's own. */
  model: line(200).default(''),
  target,
  /** Whether it reads private notes where whoever runs it may. */
  privateNotes: z.boolean().default(false),
  withoutModel: z.enum(modelFreeRules).default('none'),
  /** Characters of the prompt, filled in. */
  mostCharacters: z.int().min(1000).max(400_000).default(40_000),
  /** Tokens of the answer. */
  mostTokens: z.int().min(50).max(32_000).default(1500),
  seconds: z.int().min(5).max(300).default(60),
  inactive: z.boolean().default(false),
});

export type Ability = z.infer<typeof ability>;
export type AbilityTarget = Ability['target'];

export interface NamedAbility {
  readonly id: string;
  /** 0: as it was shipped. */
  readonly version: number;
  readonly ability: Ability;
}

/** The names of everything that the ability's prompt can be filled with. */
export function listKnownPlaces({ input, parameters }: Pick<Ability, 'input' | 'parameters'>): string[] {
  return [...Object.keys(abilityPlaces[input]), ...parameters.map(({ name }) => name), ...Object.keys(commonPlaces)];
}

/** The rules that make something which the target takes. */
export function listModelFreeRules({ input, target }: Pick<Ability, 'input' | 'target'>): ModelFreeRule[] {
  const isText = target.to === 'text' || target.to === 'note';
  const isProse = isText || (target.to === 'field' && ['description', 'resolution'].includes(target.field));
  const fits: Record<Exclude<ModelFreeRule, 'none'>, boolean> = {
    summary: isProse,
    reply: input === 'ticket' && isText,
    similar:
      input === 'ticket' && target.to === 'field' && ['category', 'priority', 'type', 'team'].includes(target.field),
    article: input === 'ticket' && (target.to === 'article' || target.to === 'text'),
    'next-step': input === 'ticket' && isText,
  };
  return modelFreeRules.filter((rule) => rule === 'none' || fits[rule]);
}

/** Whether users get to read what it writes. */
export function isSeenByUsers({ input, target }: Pick<Ability, 'input' | 'target'>): boolean {
  switch (target.to) {
    case 'text':
      return false;
    case 'note':
      return target.public;
    case 'field':
      return input === 'article' || target.field === 'summary' || target.field === 'resolution';
    case 'article':
      return target.audience === 'everyone';
  }
}
