import type { Entity } from './entities.ts';
import type { Made } from './memory.ts';
import type { Parameter } from './parameters.ts';
import { best, findList, isRow, listsOf, nameOf, type Row } from './rows.ts';
import { callOnce, type Plan, type Scene } from './scene.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf, shareSaid } from './words.ts';

/** A tool that only reads and finds records of that kind by words, with its argument for them. */
function findSearch(entity: Entity, { profiles }: Scene): { tool: ToolProfile; text: Parameter } | undefined {
  for (const tool of profiles) {
    if (!tool.reads || tool.entity !== entity || (tool.actions.get('find') ?? 0) < 0.5) continue;
    const text = tool.parameters.find(
      ({ kind, words }) =>
        kind === 'text' && /^(?:search|query|q|terms?|keywords?|text|name)$/.test(words.at(-1) ?? ''),
    );
    const others = tool.parameters.filter((each) => each.required && each !== text);
    if (text !== undefined && others.length === 0) return { tool, text };
  }
  return undefined;
}

/** The record of that kind that the words mean best; undefined when there is no tool to search with, or nothing is found. */
export function* lookUp(entity: Entity, words: string, scene: Scene): Plan<Row | undefined> {
  const search = findSearch(entity, scene);
  if (search === undefined || words === '') return undefined;
  const wish = { tool: search.tool.tool.key, arguments: { [search.text.name]: words } };
  const result = yield* callOnce(wish, scene);
  if (result.outcome !== 'done') return undefined;
  const rows = findList(result.value)?.rows ?? [];
  const said = new Set(meaningOf(words));
  return best(rows, (row) =>
    Math.max(
      0,
      ...textsOf(row).map((text) => (text.toLowerCase() === words.toLowerCase() ? 2 : shareSaid(text, said))),
    ),
  );
}

const textsOf = (row: Row): string[] =>
  ['name', 'summary', 'title', 'inventory_number', 'tag', 'email', 'label', 'user_name']
    .map((key) => row[key])
    .filter((text): text is string => typeof text === 'string');

/**
 * The records that an argument such as `action_id` chooses from, where the descriptions name a tool that shows them:
 * what the list of that name in its answer holds.
 */
export function* listOffered(
  parameter: Parameter,
  { tool, parameters }: ToolProfile,
  known: Readonly<Record<string, unknown>>,
  scene: Scene,
): Plan<readonly Row[] | undefined> {
  const word = parameter.refersTo?.word ?? '';
  const said = `${parameter.description} ${tool.description}`;
  for (const name of new Set(said.match(/\b[a-z]+(?:_[a-z]+)+\b/g))) {
    const shows = scene.profiles.find((each) => each.tool.name === name && each.reads && each.tool.key !== tool.key);
    if (shows === undefined || parameters.some((each) => each.name === name)) continue;
    const needs = shows.parameters.filter(({ required }) => required);
    if (needs.some((each) => known[each.name] === undefined)) continue;
    const wish = {
      tool: shows.tool.key,
      arguments: Object.fromEntries(needs.map((each) => [each.name, known[each.name]])),
    };
    const result: Made = yield* callOnce(wish, scene);
    if (result.outcome !== 'done') continue;
    const rows = listsOf(result.value).get(`${word}s`);
    if (rows !== undefined) return rows;
  }
  return undefined;
}

/** Of the records offered the one that the clause means by its name. */
export function chooseOffered(rows: readonly Row[], clause: string): Row | undefined {
  const said = new Set(meaningOf(clause));
  const share = (row: Row): number => shareSaid(nameOf(row), said);
  const found = best(rows, share);
  return found !== undefined && share(found) >= 0.5 ? found : undefined;
}

/** Who the caller is, by a tool that tells it without being told anything. */
export function* findSelf(scene: Scene): Plan<Row | undefined> {
  const who = scene.profiles.find(
    ({ actions, parameters }) => (actions.get('who') ?? 0) >= 0.6 && parameters.every(({ required }) => !required),
  );
  if (who === undefined) return undefined;
  const earlier = scene.made.find(({ tool, outcome }) => tool === who.tool.key && outcome === 'done');
  const result = earlier ?? (yield* callOnce({ tool: who.tool.key, arguments: {} }, scene));
  return result.outcome === 'done' && isRow(result.value) ? result.value : undefined;
}
