import { type Action, readActions, readingActions } from './actions.ts';
import { type Entity, mainEntity, readEntities } from './entities.ts';
import type { OfferedTool } from './model.ts';
import { type Parameter, readParameters } from './parameters.ts';
import { meaningOf } from './words.ts';

/** What can be told of a tool from what its server says about it. */
export interface ToolProfile {
  readonly tool: OfferedTool;
  readonly parameters: readonly Parameter[];
  /** How surely it does each, 0 to 1. */
  readonly actions: ReadonlyMap<Action, number>;
  readonly entity: Entity | undefined;
  readonly entities: ReadonlySet<Entity>;
  /** The stems of what it is called by and begins to be described with: what it does, where that is an unusual verb. */
  readonly verbs: ReadonlySet<string>;
  /** The stems of its title. */
  readonly title: readonly string[];
  /** How much each stem says of it, 0 to 1. */
  readonly words: ReadonlyMap<string, number>;
  readonly reads: boolean;
  /** It tells numbers for each of something. */
  readonly counts: boolean;
  /** What it lists is the caller's own. */
  readonly listsOwn: boolean;
}

const shares = { name: 1, title: 1, first: 0.7, rest: 0.3, parameter: 0.45, explanation: 0.2 };

/** A response asks again after each round of calls, with the same tools: reading some hundred takes longer than all else. */
const known = new WeakMap<OfferedTool, ToolProfile>();

export function profileTool(tool: OfferedTool): ToolProfile {
  const profile = known.get(tool) ?? readTool(tool);
  known.set(tool, profile);
  return profile;
}

function readTool(tool: OfferedTool): ToolProfile {
  const parameters = readParameters(tool.schema);
  const plainName = tool.name.replace(/^CF_/, '').replaceAll(/[_-]+/g, ' ');
  const title = tool.title ?? plainName;
  // Names of other tools in a description say what those do.
  const told = tool.description.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, '');
  const [first = '', ...others] = told.split(/(?<=[.:;])\s+/);
  const rest = others.join(' ');

  const words = new Map<string, number>();
  const learn = (text: string, share: number): void => {
    for (const stem of meaningOf(text)) words.set(stem, Math.max(words.get(stem) ?? 0, share));
  };
  learn(rest, shares.rest);
  for (const { name, description, choices } of parameters) {
    learn(description, shares.explanation);
    learn(`${name} ${choices.join(' ')}`, shares.parameter);
  }
  learn(first, shares.first);
  learn(title, shares.title);
  learn(plainName, shares.name);

  const actions = new Map<Action, number>();
  const act = (text: string, share: number): void => {
    readActions(text).forEach((action, place) => {
      const surely = share * (place === 0 ? 1 : 0.6);
      actions.set(action, Math.max(actions.get(action) ?? 0, surely));
    });
  };
  act(rest, 0.25);
  act(first, 0.6);
  act(title, 1);
  // Such as `close` of a tool that updates.
  for (const { kind, words: named } of parameters) {
    const [does] = kind === 'flag' ? readActions(named.join(' ')) : [];
    if (does !== undefined && !readingActions.has(does)) actions.set(does, 0.95);
  }
  // "Get" names listing as well as reading.
  if (/^(?:get|fetch)\b(?!.*\bone\b).*s$/i.test(title)) actions.set('find', Math.max(actions.get('find') ?? 0, 0.95));
  const leading = readActions(title)[0];
  const reads =
    tool.readOnly ??
    ((leading !== undefined && readingActions.has(leading)) ||
      /^(?:returns?|computes?|calculates?|converts?|translates?|explains?)\b/i.test(first));
  // What only reads, and no one record, lists something.
  if (reads && !parameters.some(({ required, refersTo }) => required && refersTo !== undefined))
    actions.set('find', Math.max(actions.get('find') ?? 0, 0.6));
  return {
    ...{ tool, parameters, actions, words },
    title: meaningOf(title),
    verbs: new Set([plainName, title, first].flatMap((text) => meaningOf(text).slice(0, text === first ? 2 : 3))),
    entity: (mainEntity(title) ?? mainEntity(first))?.entity,
    entities: new Set(readEntities(`${title} ${first}`).map(({ entity }) => entity)),
    listsOwn: /\b(?:my|mine|me|you act for|you are acting for|current user|logged[- ]in|signed[- ]in)\b/i.test(
      `${title} ${first}`,
    ),
    reads,
    counts:
      reads &&
      /\b(?:by|per|each|grouped|broken down)\b/i.test(`${title} ${first}`) &&
      !/\b(?:search|find|by (?:id|name|words?|its?|email|tag))\b/i.test(`${title} ${first}`),
  };
}
