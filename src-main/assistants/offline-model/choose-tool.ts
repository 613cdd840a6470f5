import { type Action, readingActions, standIns } from './actions.ts';
import type { Entity } from './entities.ts';
import { fitArguments } from './fit-arguments.ts';
import { type Heard, hearClause, type Reading } from './hear-clause.ts';
import { likelihood, shareOfDesk, shareOfOther } from './intents.ts';
import type { Clause } from './read-request.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf } from './words.ts';

export interface Choice {
  readonly profile: ToolProfile;
  readonly score: number;
}

/** What speaks for a tool, and what against it. */
const weights = {
  words: 2.6,
  entity: 1.1,
  otherEntity: -0.6,
  own: 1.2,
  othersOwn: -1,
  argument: 0.7,
  unusedId: -0.5,
  searched: 0.6,
  shaped: 0.8,
  notCarried: -1.2,
  verb: 2.4,
  specialNot: -0.6,
  choice: 0.4,
  choiceTo: 0.9,
  grouped: 0.9,
  called: 0.8,
  named: 4,
  recordNotSaid: -0.6,
  changesWhenAsked: -4,
  readsWhenTold: -1.5,
  removesNot: -4,
  /** How far examples are trusted more than words. */
  learned: 0.9,
  /** Of a desk's tool, where examples say that something else is asked for. */
  otherThings: -3,
  /** Of another tool, where examples say that the desk's are meant. */
  deskThings: -1.2,
};
/** How much it says that the action is the same. Nearly every tool finds or reads something. */
const tellingActions: Readonly<Partial<Record<Action, number>>> = { read: 1, find: 1.4, request: 1.4 };
const otherActions = 2.6;
/** What a request must reach with a tool for the tool to be called: in all, and without the action. */
const enough = { all: 1.3, besides: 0.25 };

/** The tool that does what the clause asks; undefined when none fits. `lastEntity` is what was spoken of before. */
export function chooseTool(
  clause: Clause,
  profiles: readonly ToolProfile[],
  lastEntity: Entity | undefined,
  mustCall: boolean,
): Choice | undefined {
  const measures = measureWords(profiles);
  const heard = hearClause(clause, lastEntity);
  let best: (Choice & { readonly besides: number }) | undefined;
  for (const profile of profiles) {
    const { all, besides } = scoreTool(heard, profile, measures);
    if (best === undefined || all > best.score) best = { profile, score: all, besides };
  }
  if (best === undefined) return undefined;
  return mustCall || (best.score >= enough.all && best.besides >= enough.besides) ? best : undefined;
}

type Rarity = (stem: string) => number;

/** A decision weighs the same tools for each of its clauses. */
const measured = new WeakMap<readonly ToolProfile[], { readonly rarity: Rarity; readonly naming: Rarity }>();

/** What a word tells: much when it is said of few of the tools; nothing when it is said of none. */
function measureWords(profiles: readonly ToolProfile[]): { readonly rarity: Rarity; readonly naming: Rarity } {
  const before = measured.get(profiles);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  const names = new Map<string, number>();
  for (const { words, verbs } of profiles) {
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const stem of verbs) names.set(stem, (names.get(stem) ?? 0) + 1);
  }
  const rarity: Rarity = (stem) => {
    const count = counts.get(stem);
    return count === undefined ? 0 : Math.log(1 + profiles.length / count);
  };
  const both = { rarity, naming: (stem: string) => names.get(stem) ?? 0 };
  measured.set(profiles, both);
  return both;
}

interface Score {
  readonly all: number;
  /** Without the action. */
  readonly besides: number;
}

function scoreTool(
  heard: Heard,
  profile: ToolProfile,
  { rarity, naming }: { readonly rarity: Rarity; readonly naming: Rarity },
): Score {
  const words = shareOfWords(heard, profile, rarity);
  const said =
    weights.words * words +
    fitArguments(heard, profile, weights) +
    (isCalled(heard, profile, naming) ? weights.called : 0) +
    (isNamedTool(heard.clause.text, profile.title) ? weights.named : 0);
  const { worded, learned } = heard.readings;
  const byWords = agree(worded, heard, profile);
  const byExamples = agree(learned, heard, profile);
  // Of a tool for other things, or one that is called by its name, the examples know nothing that speaks against it.
  const isForeign = profile.entity === undefined || isNamed(heard, profile);
  const trust = isForeign && byExamples.all < byWords.all ? 0 : weights.learned * likelihood(heard.clause.intents);
  const isOther = !isForeign && words < 0.6 && shareOfOther(heard.clause.intents) >= 0.9;
  const isDesk = profile.entity === undefined && !isNamed(heard, profile) && shareOfDesk(heard.clause.intents) >= 0.95;
  const other = isOther ? weights.otherThings : isDesk ? weights.deskThings : 0;
  const blend = (part: keyof Score): number => said + other + (1 - trust) * byWords[part] + trust * byExamples[part];
  return { all: blend('all'), besides: blend('besides') };
}

/** How much that what is wanted is what the tool does says for it. */
function agree(reading: Reading, { clause, verb, isGrouped }: Heard, profile: ToolProfile): Score {
  const { actions } = reading;
  const besides =
    agreeOnEntity(reading, profile) + agreeOnOwn(reading, profile) + agreeOnMode(actions, clause.isQuestion, profile);
  const [leading] = actions;
  const known = agreeOnAction(actions, profile);
  const called = verb !== undefined && profile.verbs.has(verb) ? Math.max(known, weights.verb) : known;
  const all = besides + called + agreeOnSpecial(actions, isGrouped, profile);
  return { all, besides: leading === undefined || leading === 'read' || leading === 'find' ? besides : all };
}

/** All that it is called by is said. */
const isNamed = ({ stems, clause }: Heard, { title }: ToolProfile): boolean =>
  (title.length > 1 && title.every((stem) => stems.includes(stem))) || isNamedTool(clause.text, title);

/** "Use the sum tool to ...". */
function isNamedTool(text: string, title: readonly string[]): boolean {
  const said = /\b(?:the|your) ((?:[\w-]+ ){1,4})(?:tool|function)\b/i.exec(text)?.[1];
  const stems = said === undefined ? [] : meaningOf(said.replaceAll('-', ' '));
  return stems.length > 0 && stems.every((stem) => title.includes(stem));
}

/** What is said is the name of hardly any other tool, and no kind of thing that there are tools for. */
const isCalled = ({ stems, readings, clause }: Heard, { entity, verbs }: ToolProfile, naming: Rarity): boolean =>
  entity === undefined &&
  (readings.worded.meant?.sure !== true || shareOfOther(clause.intents) >= 0.6) &&
  stems.some((stem) => verbs.has(stem) && naming(stem) < 3 && !genericStems.has(stem));
const genericStems = new Set([
  'new',
  'open',
  'close',
  'list',
  'creat',
  'read',
  'write',
  'set',
  'run',
  'search',
  'find',
  'user',
  'name',
]);

/**
 * How much of what the clause says is said of the tool. Words that no tool is described with tell what it is about, and
 * count a little: a request that is all about something else fits no tool.
 */
function shareOfWords({ stems, backgroundStems }: Heard, { words }: ToolProfile, rarity: Rarity): number {
  let said = 0;
  let all = 0;
  const hear = (heard: readonly string[], share: number): void => {
    heard.forEach((stem, place) => {
      // What is wanted is said first, what it is about later.
      const early = place < 4 ? share : share * 0.6;
      const rare = rarity(stem);
      all += Math.max(0.35, rare) * early;
      said += rare * (words.get(stem) ?? 0) * early;
    });
  };
  hear(stems, 1);
  hear(backgroundStems, 0.35);
  return all === 0 ? 0 : said / Math.sqrt(all) / 2;
}

/** Some tools are only for those who ask for just that. */
const special: readonly Action[] = ['who', 'match', 'suggest'];
function agreeOnSpecial(wanted: readonly Action[], isGrouped: boolean, { actions, counts }: ToolProfile): number {
  const grouped = isGrouped ? (counts ? weights.grouped : -weights.grouped / 2) : 0;
  const isOther = special.some((action) => (actions.get(action) ?? 0) >= 0.95 && !wanted.includes(action));
  return grouped + (isOther ? weights.specialNot : 0);
}

function agreeOnAction(wanted: readonly Action[], { actions }: ToolProfile): number {
  const [leading, ...others] = wanted;
  if (leading === undefined) return 0;
  const weight = tellingActions[leading] ?? otherActions;
  const direct = actions.get(leading) ?? 0;
  const instead = Object.entries(standIns[leading] ?? {}).map(
    ([action, serves]) => serves * (actions.get(action as Action) ?? 0),
  );
  const beside = others.map(
    (action) => (0.5 * (actions.get(action) ?? 0) * (tellingActions[action] ?? otherActions)) / weight,
  );
  if (leading === 'who') return direct > 0 ? weight * direct : -0.5;
  const best = Math.max(direct, ...instead, ...beside.map((each) => Math.min(each, 0.5)));
  if (best > 0) return weight * best;
  if (leading === 'remove') return weights.removesNot;
  return actions.size === 0 ? 0 : -0.5;
}

function agreeOnEntity({ meant }: Reading, { entity, entities }: ToolProfile): number {
  if (meant === undefined || entity === undefined) return 0;
  const trust = meant.sure ? 1 : 0.6;
  if (entity === meant.entity) return weights.entity * trust;
  if (meant.only === true) return 0;
  return entities.has(meant.entity) ? 0.3 * trust : weights.otherEntity * trust;
}

/** Tools that list what is the caller's are for those who ask for theirs. */
function agreeOnOwn({ isOwn }: Reading, { listsOwn, reads, actions }: ToolProfile): number {
  if (!reads || (actions.get('find') ?? 0) < 0.5) return 0;
  if (isOwn) return listsOwn ? weights.own : 0;
  return listsOwn ? weights.othersOwn : 0;
}

/** What only asks is not answered by changing something, and what is to be done not by reading. */
function agreeOnMode([leading]: readonly Action[], isQuestion: boolean, { reads }: ToolProfile): number {
  const onlyReads = leading !== undefined && (readingActions.has(leading) || (leading === 'request' && isQuestion));
  if (reads) return leading === undefined || onlyReads || leading === 'request' ? 0 : weights.readsWhenTold;
  return (isQuestion && leading !== 'request') || onlyReads ? weights.changesWhenAsked : 0;
}
