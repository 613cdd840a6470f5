import type { Ability } from '../../../src-shared/domain/abilities.ts';
import type { Desk } from '../../domain/desk.ts';
import { keepsWithin } from '../../domain/viewer.ts';
import type { Subject } from './read-subject.ts';

export interface Choice {
  readonly id: number;
  readonly name: string;
}

/** What an answer must be to be written where the ability writes it. */
export type AnswerShape =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'line'; readonly most: number; readonly what: string }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly what: string }
  | { readonly kind: 'tags' }
  | { readonly kind: 'article' };

/** What a note holds at most, and any other text. */
const longestText = 50_000;
const longestLine = 255;

export function shapeAnswer({ target, input }: Ability, subject: Subject, desk: Pick<Desk, 'lookups'>): AnswerShape {
  switch (target.to) {
    case 'text':
    case 'note':
      return { kind: 'text', most: longestText };
    case 'article':
      return { kind: 'article' };
    case 'field': {
      const { field } = target;
      if (field === 'tags') return { kind: 'tags' };
      if (field === 'summary' || field === 'title') return { kind: 'line', most: longestLine, what: field };
      if (field === 'description' || field === 'resolution' || input !== 'ticket' || subject.kind !== 'ticket') {
        return { kind: 'text', most: longestText };
      }
      return { kind: 'choice', choices: listChoices(field, subject, desk), what: field };
    }
  }
}

/** What the ticket may be given: nothing withdrawn, and nothing that takes it out of the caller's limits. */
function listChoices(
  field: 'category' | 'priority' | 'type' | 'team',
  { ticket, viewer }: Extract<Subject, { kind: 'ticket' }>,
  { lookups }: Pick<Desk, 'lookups'>,
): Choice[] {
  const toChoice = ({ id, name }: Choice): Choice => ({ id, name });
  switch (field) {
    case 'category':
      return lookups.listCategories().map(toChoice);
    case 'priority':
      return lookups.listPriorities().map(toChoice);
    case 'type':
      return lookups
        .listTypes()
        .filter((type) => type.inactive === 0)
        .filter(({ id }) => keepsWithin(viewer.limits, { typeId: id, teamId: ticket.teamId }))
        .map(toChoice);
    case 'team':
      return lookups
        .listTeams()
        .filter((team) => team.inactive === 0)
        .filter(({ id }) => keepsWithin(viewer.limits, { typeId: ticket.typeId, teamId: id }))
        .map(toChoice);
  }
}

/** As sentences of the instructions. */
export function describeShape(shape: AnswerShape): string {
  switch (shape.kind) {
    case 'text':
      return 'Answer with the wanted text alone, without any words about it.';
    case 'line':
      return `Answer with one line of at most ${shape.most} characters: the ${shape.what} and nothing else.`;
    case 'choice':
      return `Answer with JSON: {"value": "…"}, where the value is exactly one of the listed ones: ${shape.choices.map(({ name }) => JSON.stringify(name)).join(', ')}.`;
    case 'tags':
      return 'Answer with JSON: {"tags": ["…"]}, at most ten short tags without commas.';
    case 'article':
      return 'Answer with JSON: {"title": "…", "description": "…", "resolution": "…", "tags": ["…"]}. The title is one line of at most 255 characters.';
  }
}

/** The JSON schema of the answer, for servers that hold a model to one; undefined where it is text. */
export function schemaOf(shape: AnswerShape): Record<string, unknown> | undefined {
  const string = { type: 'string' };
  const tags = { type: 'array', items: string };
  const object = (properties: Record<string, unknown>) => ({
    ...{ type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
  });
  switch (shape.kind) {
    case 'text':
    case 'line':
      return undefined;
    case 'choice':
      return object({ value: { type: 'string', enum: shape.choices.map(({ name }) => name) } });
    case 'tags':
      return object({ tags });
    case 'article':
      return object({ title: string, description: string, resolution: string, tags });
  }
}
