import { readActions, readingActions } from './actions.ts';
import { checkCondition } from './check-condition.ts';
import { chooseTool } from './choose-tool.ts';
import { findIds, hideQuoted } from './facts.ts';
import { findOffered } from './fill-fields.ts';
import { fillArguments } from './fill-arguments.ts';
import { findDictated, joined } from './free-text.ts';
import { hearStep } from './hear-step.ts';
import { shareOfDesk } from './intents.ts';
import { joinLabelled } from './join-labelled.ts';
import type { Made } from './memory.ts';
import type { Clause } from './read-request.ts';
import { findNamed } from './read-value.ts';
import { callOnce, isMissing, lastEntity, type Plan, type Scene, type Wish } from './scene.ts';
import { nameOf } from './rows.ts';
import { sayWhatIsMeant } from './say-what-is-meant.ts';
import { listTools } from './small-talk.ts';
import { splitRecords } from './split-records.ts';
import { tellResult } from './tell-result.ts';
import type { ToolProfile } from './tool-profile.ts';

/** More is not done on one request. */
const mostClauses = 12;

/** Does what was asked, one thing after the other, and answers with what came of it. */
export function* carryOut(clauses: readonly Clause[], scene: Scene, mustCall: boolean): Plan<string> {
  const answers: string[] = [];
  const asked = joinLabelled(clauses).slice(0, mostClauses);
  const profiles = clauses.some(forbidsAll) ? scene.profiles.filter(({ reads }) => reads) : scene.profiles;
  let unfit: Unfit | undefined;
  for (const [place, said] of asked.entries()) {
    if (scene.taken.includes(said) || isPutOff(said, asked.slice(place + 1))) continue;
    const clause = hearStep(sayWhatIsMeant(withBefore(said, unfit), scene), lastEntity(scene));
    if (clause.isForbidden === true) {
      scene.mentioned.push(...findIds(hideQuoted(clause.text)));
      continue;
    }
    const check = clause.condition === undefined ? undefined : yield* checkCondition(clause.condition, clause, scene);
    if (check?.answer !== undefined) answers.push(check.answer);
    if (check?.holds === false) continue;
    const wanted = check?.clause ?? clause;
    const choice = chooseTool(wanted, profiles, lastEntity(scene), mustCall);
    if (choice === undefined) {
      answers.push(sayNothingFits(wanted, scene));
      unfit = wanted.isQuestion ? { text: wanted.text, place: answers.length - 1 } : undefined;
      continue;
    }
    // "Will it rain in Leeds? What is the forecast?" was one question.
    if (unfit !== undefined && clause.isQuestion) answers.splice(unfit.place, 1);
    unfit = undefined;
    let goesOn = true;
    for (const each of splitRecords(wanted, choice.profile, scene)) {
      const profile =
        each === wanted ? choice.profile : (chooseTool(each, profiles, lastEntity(scene), mustCall) ?? choice).profile;
      const done = yield* carryOutClause(each, profile, scene, asked[place + 1]);
      answers.push(done.answer);
      goesOn &&= done.goesOn;
    }
    scene.before.push(wanted);
    if (!goesOn) break;
  }
  return answers.length === 0 ? 'All right: nothing was done.' : answers.join('\n\n');
}

/** What no tool fitted, and where its answer stands. */
interface Unfit {
  readonly text: string;
  readonly place: number;
}

const withBefore = (clause: Clause, unfit: Unfit | undefined): Clause =>
  unfit === undefined || !clause.isQuestion ? clause : { ...clause, background: joined(unfit.text, clause.background) };

/** "Log one. Do not create it yet": what is to wait. */
function isPutOff({ actions, isForbidden }: Clause, later: readonly Clause[]): boolean {
  const [wanted] = actions;
  if (wanted === undefined || readingActions.has(wanted) || isForbidden === true) return false;
  return later.some(
    (each) =>
      each.isForbidden === true &&
      notYet.test(each.text) &&
      readActions(each.text.replace(/^\D*?\bnot\b|^don't/i, ''))[0] === wanted,
  );
}
const notYet = /\b(?:yet|for now|until|before)\b/i;

/** "Don't change anything yet." */
const forbidsAll = ({ isForbidden, text }: Clause): boolean =>
  isForbidden === true && /\b(?:anything|any changes)\b(?! else)/i.test(text);

function* carryOutClause(
  clause: Clause,
  chosen: ToolProfile,
  scene: Scene,
  next: Clause | undefined,
): Plan<{ readonly answer: string; readonly goesOn: boolean }> {
  const filled = yield* fillArguments(clause, chosen, scene);
  if (isMissing(filled) && next !== undefined && tellsMore(next, chosen, scene)) {
    scene.taken.push(next);
    const background = joined(clause.background, next.text, next.background);
    return yield* carryOutClause({ ...clause, background }, chosen, scene, undefined);
  }
  if (isMissing(filled)) return { answer: filled.missing, goesOn: false };
  const profile = takesMore(chosen, filled, clause, scene) ?? chosen;
  const given = profile === chosen ? filled : yield* fillArguments(clause, profile, scene);
  if (isMissing(given)) return { answer: given.missing, goesOn: false };
  if (next !== undefined && takesNote(profile) && isOnlyNote(next) && findDictated(clause.text) === undefined) {
    scene.taken.push(next);
    return yield* carryOutClause({ ...clause, text: `${clause.text}, ${next.text}` }, profile, scene, undefined);
  }
  const lacking = lacksNote(profile, given, scene);
  if (lacking !== undefined) return { answer: lacking, goesOn: false };
  const result = yield* callTwiceAtMost({ tool: profile.tool.key, arguments: given }, profile, scene);
  return { answer: tellResult(result, profile, clause), goesOn: result.outcome === 'done' };
}

/** "Order a laptop. Charge it to cost centre 5120": what follows names what the tool needs, and is no request of its own. */
const tellsMore = (next: Clause, { parameters }: ToolProfile, { profiles }: Scene): boolean =>
  next.isForbidden !== true &&
  parameters.some((each) => each.required && each.refersTo === undefined && findNamed(next.text, each) !== undefined) &&
  (chooseTool(next, profiles, undefined, false) === undefined || shareOfDesk(next.intents) < 0.8);

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
  const action = findOffered({ made }, 'actions', filled[by.name]);
  const isQuick = action?.['quick'] !== false;
  const note = findDictated(clause.text.replace(reported, '$1'));
  const isItsName = action !== undefined && note?.toLowerCase() === nameOf(action).toLowerCase();
  const wantsMore = !isQuick || (note !== undefined && !isItsName);
  const takes = (profile: ToolProfile): boolean => profile.parameters.some(({ name }) => name === by.name);
  const room = (profile: ToolProfile): boolean => profile.parameters.some(({ words }) => words.includes('note'));
  if (wantsMore === room(chosen)) return undefined;
  return profiles.find((profile) => profile !== chosen && takes(profile) && room(profile) === wantsMore);
}

/** What somebody else wrote is no note. */
const reported = /(\b(?:wrote|said|says|writes|replied|answered)\b[:,]?\s*)["“'][^"”]*["”']/gi;

/** It takes an action that a ticket offers, with a note. */
const takesNote = ({ parameters }: ToolProfile): boolean =>
  parameters.some(({ refersTo }) => refersTo?.word === 'action') &&
  parameters.some(({ words }) => words.includes('note'));

/** Such as "note that ...", about no other ticket. */
const isOnlyNote = ({ text, actions, condition, isForbidden }: Clause): boolean =>
  actions[0] === 'note' &&
  condition === undefined &&
  isForbidden !== true &&
  findDictated(text) !== undefined &&
  findIds(text.replace(findDictated(text) ?? '', '')).length === 0;

/** Some actions are refused without a note. */
function lacksNote(
  { parameters }: ToolProfile,
  given: Readonly<Record<string, unknown>>,
  { made }: Scene,
): string | undefined {
  const by = parameters.find(({ refersTo }) => refersTo?.word === 'action');
  const note = parameters.find(({ words }) => words.includes('note'));
  if (by === undefined || note === undefined || given[note.name] !== undefined) return undefined;
  const action = findOffered({ made }, 'actions', given[by.name]);
  if (action?.['note_required'] !== true) return undefined;
  return `What is the note? “${nameOf(action)}” needs one that says why or what was done.`;
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

function sayNothingFits({ text }: Clause, { profiles }: Scene): string {
  if (profiles.length === 0) return 'I have no tools here, so there is nothing that I can look up or do.';
  const said = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return `None of my tools fits “${said}”. What I can use: ${listTools(profiles, 8)}.`;
}
