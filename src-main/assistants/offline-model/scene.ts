import { type Entity, entityOfWord } from './entities.ts';
import type { NamedId } from './facts.ts';
import type { Made } from './memory.ts';
import type { Row } from './rows.ts';
import type { Clause } from './read-request.ts';
import type { ToolProfile } from './tool-profile.ts';

/** A call that is wanted next. */
export interface Wish {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a plan may ask for while it is carried out: calls, whose results come back. */
export type Plan<T> = Generator<Wish, T, Made>;

/** What is at hand while a request is carried out. */
export interface Scene {
  readonly profiles: readonly ToolProfile[];
  /** The calls made so far, those of earlier requests included, the latest last. */
  readonly made: Made[];
  /** How many of them were made before this request. */
  readonly earlier: number;
  /** Numbers that this request named without a call being made for them. */
  readonly mentioned: NamedId[];
  /** What this request asked for so far. */
  readonly before: Clause[];
  /** Parts of the request that were taken as arguments of what was asked for just before. */
  readonly taken: Clause[];
  readonly now: number;
}

/** Why an argument could not be found, as a sentence for the user. */
export interface Missing {
  readonly missing: string;
}

export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'missing' in value;

/** Makes a call, unless this request has made the same already. */
export function* callOnce(wish: Wish, scene: Scene): Plan<Made> {
  const wanted = JSON.stringify(wish.arguments);
  const before = scene.made
    .slice(scene.earlier)
    .find(({ tool, arguments: given }) => tool === wish.tool && JSON.stringify(given) === wanted);
  if (before !== undefined) return before;
  const result = yield wish;
  scene.made.push(result);
  return result;
}

export const entityOfTool =
  ({ profiles }: Scene) =>
  (key: string) =>
    profiles.find(({ tool }) => tool.key === key)?.entity;

/** The kind of what was spoken of last. */
export function lastEntity(scene: Scene): Entity | undefined {
  const entityOf = entityOfTool(scene);
  const last = scene.made.findLast(({ tool, outcome }) => outcome === 'done' && entityOf(tool) !== undefined);
  return last === undefined ? undefined : (entityOfId(last) ?? entityOf(last.tool));
}

/** What is told about a record, such as what is like it, speaks of that record. */
function entityOfId({ arguments: given }: Made): Entity | undefined {
  const named = Object.keys(given).flatMap((name) => entityOfWord(/^([a-z]+)_id$/.exec(name)?.[1] ?? '') ?? []);
  return named.length === 1 ? named[0] : undefined;
}

export const idOf = (row: Row | undefined): unknown => row?.['id'];
