import { findEmails, findNames, hideQuoted } from './facts.ts';
import { findSelf, lookUp } from './look-up.ts';
import { best, findList, isRow, nameOf } from './rows.ts';
import { organisation } from './meant-entity.ts';
import type { Parameter } from './parameters.ts';
import type { Clause } from './read-request.ts';
import { entityOfTool, type Missing, type Plan, type Scene } from './scene.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf, shareSaid } from './words.ts';

type Found = { readonly value: unknown } | Missing | undefined;

/** An address that is given, of somebody who is named, or of whoever asks. */
export function* findAddress(parameter: Parameter, clause: Clause, profile: ToolProfile, scene: Scene): Plan<Found> {
  const { many } = parameter.refersTo ?? { many: false };
  const given = findEmails(clause.text);
  if (given.length > 0) return { value: many ? given : given[0] };
  const told = clause.background === '' ? (clause.around ?? '') : clause.background;
  const whole = `${clause.text} ${told}`;
  for (const { person, isSure } of listPersons({ text: clause.text, background: told })) {
    const row = yield* lookUp('user', person, scene);
    const namesakes = /\s/.test(person) ? [] : listNamesakes(person, scene);
    if (isSure && namesakes.length > 1)
      return { missing: `There are several: ${namesakes.join(', ')}. Which ${person} do you mean?` };
    const email = row?.['email'] ?? row?.['emailaddress'];
    const [first = ''] = person.toLowerCase().split(' ');
    const found = nameOf(row ?? {}).toLowerCase();
    const fits = isSure ? found.includes(first) : found === person.toLowerCase();
    if (typeof email === 'string' && fits) return { value: many ? [email] : email };
    const isPerson = isSure && (/\s/.test(person) || /\b(?:her|his|their|he|she|they)\b/i.test(whole));
    if (isPerson && parameter.required)
      return { missing: `I found no user named ${person}. What is their email address?` };
  }
  const isPointing = pronoun.test(clause.text) || (/\b(?:it|this|that)\b/i.test(clause.text) && wasLookedUp(scene));
  const spokenOf = isPointing ? findSpokenOf(scene) : undefined;
  if (spokenOf !== undefined) return { value: many ? [spokenOf] : spokenOf };
  const background = findEmails(clause.background);
  if (background.length > 0) return { value: many ? background : background[0] };
  if (!parameter.required) return undefined;
  if (someone.test(whole)) return { missing: "Whose email address should I use? Tell me the user's name or address." };
  // What changes something for a person is done for the one who asks only where that is said.
  const forSelf = (profile.actions.get('create') ?? 0) > 0.5 || profile.reads || own.test(whole);
  const self = forSelf ? yield* findSelf(scene) : undefined;
  const address = self?.['email'];
  return typeof address === 'string'
    ? { value: many ? [address] : address }
    : { missing: 'Whose email address should I use?' };
}

/** Who else goes by that name alone, in what was found last. */
function listNamesakes(name: string, { made }: Scene): string[] {
  const rows = findList(made.at(-1)?.value)?.rows ?? [];
  return rows.map(nameOf).filter((full) => full.toLowerCase().split(/\s+/).includes(name.toLowerCase()));
}

/** This request looked somebody up just before. */
const wasLookedUp = (scene: Scene): boolean => {
  const last = scene.made.slice(scene.earlier).at(-1);
  return last !== undefined && scene.before.length > 0 && entityOfTool(scene)(last.tool) === 'user';
};

const pronoun = /\b(?:her|him|them|the (?:user|requester|customer)|this (?:user|person)|that (?:user|person))\b/i;

/** The address of whom this request looked up, or whose record it read; or of whom an earlier one looked up. */
function findSpokenOf(scene: Scene): string | undefined {
  const { made, earlier, before } = scene;
  const entityOf = entityOfTool(scene);
  const said = new Set(before.flatMap(({ text }) => meaningOf(text)));
  for (const [ago, { tool, value, outcome, arguments: given }] of made.toReversed().entries()) {
    const isEarlier = ago >= made.length - earlier;
    const words = typeof given['search'] === 'string' ? given['search'] : '';
    const sought = isEarlier ? new Set(meaningOf(words)) : said;
    if (isEarlier && (sought.size === 0 || entityOf(tool) !== 'user')) continue;
    const rows = findList(value)?.rows ?? (isRow(value) ? [value] : []);
    const row = outcome === 'done' ? best(rows, (each) => shareSaid(nameOf(each), sought)) : undefined;
    const address = row?.['email'] ?? row?.['emailaddress'] ?? row?.['user_email'];
    if (typeof address === 'string') return address;
  }
  return undefined;
}

/** Somebody is meant who was not named. */
const someone =
  /\b(?:for|on behalf of) (?:one of (?:our|the|my|their) \w+|an? (?:user|colleague|customer|client|caller|requester|employee|friend|new (?:starter|joiner|employee|colleague|hire|member of staff|\w+))|our new \w+|somebody|someone|(?:that|this|the) (?:person|caller|customer|lady|man|gentleman|chap|guy|woman))\b/i;
const own =
  /\b(?:me|my|mine|myself)\b|\bi(?:'m|'ve|'d)?(?: am| have| got| just| seem to| want| need| would like)? (?:(?:have |been |am |to be )?(?:forgot|forgotten|lost|locked|can't|cannot|couldn't|need|want)\w*)\b/i;
const preceding =
  '\\b(?:for|on behalf of|in the name of|from|by|to|with|email|mail|message|invite|of|user|requester|employee|colleague)\\s+(?:the user |user |our colleague |my colleague |mr\\.? |mrs\\.? |ms\\.? )?';
const named = new RegExp(`${preceding}(\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)*)`, 'u');
const inSmall = new RegExp(
  `${preceding}(?!(?:the|an?|my|our|your|his|her|me|us|it|this|that|him|them|all|new)\\b)(\\p{Ll}[\\p{L}'’-]+\\s+\\p{Ll}[\\p{L}'’-]+)(?=(?:\\s+(?:at|from|in|of) \\p{L}+(?: \\p{L}+)?)?\\s*[-–—:,;.!?]|\\s+(?:because|who|about|whose|as|since|with|his|her|their|he|she|they|regarding|please|can'?t|cannot|has|is|needs)\\b|\\s*$)`,
  'u',
);

/** Who may be meant, the likeliest first; names in small letters are only tried. */
function listPersons({
  text,
  background,
}: Pick<Clause, 'text' | 'background'>): { readonly person: string; readonly isSure: boolean }[] {
  const whole = hideQuoted(`${text} ${background}`);
  const nameIn = (part: string): string | undefined => findNames(named.exec(part)?.[1] ?? '')[0];
  const subject = findSubject(text) ?? findSubject(background) ?? pointedAt(text, background);
  const small = [
    inSmall.exec(whole)?.[1],
    beginsWithName.exec(hideQuoted(text))?.[1],
    beginsWithName.exec(background)?.[1],
  ];
  return [
    ...[nameIn(hideQuoted(text)) ?? subject ?? nameIn(whole)].flatMap((person) =>
      person === undefined || organisation.test(person) ? [] : [{ person, isSure: true }],
    ),
    ...small.flatMap((person) => (person === undefined ? [] : [{ person, isSure: false }])).slice(0, 1),
  ];
}

const beginsWithName =
  /^(\p{Ll}+ \p{Ll}+)\s+(?:has|is|can['’]?t|cannot|needs?|wants?|forgot|reports?|lost|got|called|rang|says?)\b/u;

/** "Sara Lopez has forgotten her password": whose matter it is. */
function findSubject(told: string): string | undefined {
  const [name] = findNames(told);
  if (name === undefined || !told.startsWith(name)) return undefined;
  const verb =
    /^(?:\s+(?:at|from|of|in) \p{Lu}\S*(?: \p{Lu}\S*)*,?|, [^,]{2,40},)?['’]?s?\s+(?:has|had|is|was|can['’]?t|cannot|needs?|wants?|forgot|reports?|reported|lost|got|just|called|rang|says?|said|told|wrote|asked|came|phoned|emailed|complains?|keeps|would|does|did|also|still)\b/u;
  return verb.test(told.slice(name.length)) ? name : undefined;
}

/** "For him": who was spoken of. */
function pointedAt(text: string, background: string): string | undefined {
  if (!/\b(?:him|her|them|his|their|the user|this user|that user)\b/i.test(text)) return undefined;
  return findNames(background).find((name) => /\s/.test(name));
}
