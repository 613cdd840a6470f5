import { chooseTool } from './choose-tool.ts';
import type { Entity } from './entities.ts';
import { fillArguments } from './fill-arguments.ts';
import { findDictated } from './free-text.ts';
import { listsOf, type Made, type Row } from './memory.ts';
import type { Clause } from './read-request.ts';
import { callOnce, entityOfTool, idOf, isMissing, type Plan, type Scene, type Wish } from './scene.ts';
import { nameOf } from './look-up.ts';
import { tellResult } from './tell-result.ts';
import type { ToolProfile } from './tool-profile.ts';

/** More is not done on one request. */
const mostClauses = 12;

/** Does what was asked, one thing after the other, and answers with what came of it. */
export function* carryOut(clauses: readonly Clause[], scene: Scene, mustCall: boolean): Plan<string> {
  const answers: string[] = [];
  for (const clause of clauses.slice(0, mostClauses)) {
    const choice = chooseTool(clause, scene.profiles, lastEntity(scene), mustCall);
    if (choice === undefined) {
      answers.push(sayNothingFits(clause, scene));
      continue;
    }
    const { answer, goesOn } = yield* carryOutClause(clause, choice.profile, scene);
    answers.push(answer);
    if (!goesOn) break;
  }
  return answers.join('\n\n');
}

function* carryOutClause(
  clause: Clause,
  chosen: ToolProfile,
  scene: Scene,
): Plan<{ readonly answer: string; readonly goesOn: boolean }> {
  const filled = yield* fillArguments(clause, chosen, scene);
  if (isMissing(filled)) return { answer: filled.missing, goesOn: false };
  const profile = takesMore(chosen, filled, clause, scene) ?? chosen;
  const given = profile === chosen ? filled : yield* fillArguments(clause, profile, scene);
  if (isMissing(given)) return { answer: given.missing, goesOn: false };
  const lacking = lacksNote(profile, given, scene);
  if (lacking !== undefined) return { answer: lacking, goesOn: false };
  const result = yield* callTwiceAtMost({ tool: profile.tool.key, arguments: given }, profile, scene);
  return { answer: tellResult(result, profile, clause), goesOn: result.outcome === 'done' };
}

/**
 * The tool to use instead where the action that was chosen is not quick, or where there is a note to go with it: the one
 * that takes the same action with more.
 */
function takesMore(
  chosen: ToolProfile,
  filled: Readonly<Record<string, unknown>>,
  clause: Clause,
  { profiles, made }: Scene,
): ToolProfile | undefined {
  const by = chosen.parameters.find(({ refersTo }) => refersTo?.word === 'action');
  if (by === undefined) return undefined;
  const action = offeredRow(made, 'actions', filled[by.name]);
  const isQuick = action?.['quick'] !== false;
  const wantsMore = !isQuick || findDictated(clause.text) !== undefined;
  const takes = (profile: ToolProfile): boolean => profile.parameters.some(({ name }) => name === by.name);
  const room = (profile: ToolProfile): boolean => profile.parameters.some(({ words }) => words.includes('note'));
  if (wantsMore === room(chosen)) return undefined;
  return profiles.find((profile) => profile !== chosen && takes(profile) && room(profile) === wantsMore);
}

/** Some actions are refused without a note. */
function lacksNote(
  { parameters }: ToolProfile,
  given: Readonly<Record<string, unknown>>,
  { made }: Scene,
): string | undefined {
  const by = parameters.find(({ refersTo }) => refersTo?.word === 'action');
  const note = parameters.find(({ words }) => words.includes('note'));
  if (by === undefined || note === undefined || given[note.name] !== undefined) return undefined;
  const action = offeredRow(made, 'actions', given[by.name]);
  if (action?.['note_required'] !== true) return undefined;
  return `What is the note? “${nameOf(action)}” needs one that says why or what was done.`;
}

function offeredRow(made: readonly Made[], list: string, id: unknown): Row | undefined {
  for (const { value } of made.toReversed()) {
    const row = (listsOf(value).get(list) ?? []).find((each) => idOf(each) === id);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** Where a tool refuses a value that was only guessed and need not be given, it is called again without. */
function* callTwiceAtMost(wish: Wish, { parameters }: ToolProfile, scene: Scene): Plan<Made> {
  const first = yield* callOnce(wish, scene);
  if (first.outcome !== 'failed') return first;
  const refused = parameters.find(({ name, required, kind }) => {
    const value = wish.arguments[name];
    return !required && kind === 'text' && typeof value === 'string' && value !== '' && first.text.includes(value);
  });
  if (refused === undefined) return first;
  const { [refused.name]: _, ...others } = wish.arguments;
  return yield* callOnce({ ...wish, arguments: others }, scene);
}

/** What was spoken of last. */
function lastEntity(scene: Scene): Entity | undefined {
  const last = scene.made.findLast(
    ({ tool, outcome }) => outcome === 'done' && entityOfTool(scene)(tool) !== undefined,
  );
  return last === undefined ? undefined : entityOfTool(scene)(last.tool);
}

function sayNothingFits({ text }: Clause, { profiles }: Scene): string {
  if (profiles.length === 0) return 'I have no tools here, so there is nothing that I can look up or do.';
  const names = profiles.slice(0, 8).map(({ tool }) => tool.title ?? tool.name);
  const more = profiles.length > names.length ? `, and ${profiles.length - names.length} more` : '';
  const said = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return `None of my tools fits “${said}”. I can: ${names.join(', ')}${more}.`;
}
