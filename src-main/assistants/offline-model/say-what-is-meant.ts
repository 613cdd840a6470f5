import { type Entity, mainEntity } from './entities.ts';
import { findCodes, findIds, findNames, hideQuoted } from './facts.ts';
import { joined } from './free-text.ts';
import { findPlace, recallId } from './memory.ts';
import { findList, isRow, type Row } from './rows.ts';
import { type Clause, plainClause } from './read-request.ts';
import { entityOfTool, lastEntity, type Scene } from './scene.ts';
import { meaningOf } from './words.ts';

/** A clause with what it only points at said in words, where what was told or found before tells what that is. */
export const sayWhatIsMeant = (clause: Clause, scene: Scene): Clause =>
  findTold(clause, scene) ??
  lookUpPerson(clause, scene) ??
  openTicketsOf(clause, scene) ??
  nameTrait(clause, scene) ??
  readWhole(clause, scene) ??
  asSearch(clause) ??
  clause;

const wholeText =
  /\b(?:its|the|that|their) (?:(?:full|complete|whole|entire) (?:text|article|record|details?|contents?|version|thing|sheet|story)|text|contents?)\b|\bin full\b|\b(?:the|its) (?:(?:whole|full|entire) )?(?:conversation|thread)(?: so far)?\b/i;

/** "And give me the full text", of what was searched for just before. */
function readWhole(clause: Clause, scene: Scene): Clause | undefined {
  const entity = lastEntity(scene);
  const isListed = scene.before.length > 0 && findList(scene.made.at(-1)?.value) !== undefined;
  if (entity === undefined || !isListed || !wholeText.test(hideQuoted(clause.text))) return undefined;
  const said = new Set(scene.before.slice(-1).flatMap(({ text }) => meaningOf(text)));
  const id = recallId(entity, scene.made, entityOfTool(scene), findPlace(clause.text), said);
  if (typeof id !== 'number' || findIds(clause.text).length > 0) return undefined;
  return { ...plainClause(`read ${entity} ${id}`), background: clause.background };
}

const whether =
  /^(?:see|check|look|find out|tell me|let me know) (?:if|whether) (?:there (?:is|are|might be)|there's|we have|we've got|you (?:can )?find)\s+(?=\S)/i;

/** "See whether there is an article about it" has it looked for. */
function asSearch(clause: Clause): Clause | undefined {
  if (!whether.test(clause.text)) return undefined;
  return { ...clause, ...pickWanted(plainClause(clause.text.replace(whether, 'find '))) };
}
const pickWanted = ({ text, actions, intents }: Clause): Pick<Clause, 'text' | 'actions' | 'intents'> => ({
  ...{ text, actions, intents },
});

const onlyPoints =
  /^(?:(?:can|could) (?:you|we) )?(?:please |try to |help me )*(?:find|search(?: for)?|look (?:for|up)|locate|dig out|pull up) (?:me )?(?:it|this|that|them|(?:that|this|the) (?:one|ticket|incident|case|request|article))(?: up| out)?(?: for me| please)?[?!. ]*$/i;

/** "There is a ticket about VPN, find it": what is to be found was told just before. */
function findTold(clause: Clause, { before }: Scene): Clause | undefined {
  const { text, background } = clause;
  if (before.length > 0 || background === '' || !onlyPoints.test(hideQuoted(text))) return undefined;
  const said =
    hideQuoted(background)
      .split(/[.!?]\s/)
      .at(-1) ?? '';
  const kind = mainEntity(text) ?? mainEntity(said);
  if (kind?.sure !== true) return undefined;
  return { ...plainClause(`find ${kind.entity}`), background };
}

const lookingUp =
  /^(?:please )?(?:look|find|pull|search for|get)(?: up| out)? (?:him|her|them|it(?= up)|(?:his|her|their) (?:e-?mail(?: address)?|address|account|details|record|entry))(?: up| out)?(?: first| please| for me)*[.!? ]*$/i;

/** "Look her up", of somebody who was told of. */
function lookUpPerson(clause: Clause, { before }: Scene): Clause | undefined {
  if (!lookingUp.test(clause.text)) return undefined;
  const told = hideQuoted(joined(...before.map(({ text }) => text), clause.background, clause.around ?? ''));
  const name = findNames(told).findLast((each) => /^\S+ \S+$/.test(each));
  return name === undefined ? undefined : { ...plainClause(`find user ${name}`), background: clause.background };
}

const howMany =
  /\bhow many (?:open |unresolved )?(?:tickets|incidents|cases)\b.{0,20}\b(?:she|he|they|her|his|their|(?:that|this|the) (?:person|user|one|client|customer|site))\b/i;

/** "How many open tickets has she", of somebody whose record tells it. */
function openTicketsOf(clause: Clause, scene: Scene): Clause | undefined {
  const entity = lastEntity(scene);
  if (
    entity !== 'user' ||
    !howMany.test(clause.text) ||
    findNames(hideQuoted(clause.text)).some((name) => /\s/.test(name))
  )
    return undefined;
  const said = new Set(scene.before.slice(-1).flatMap(({ text }) => meaningOf(text)));
  const id = recallId(entity, scene.made, entityOfTool(scene), undefined, said);
  return typeof id === 'number' ? { ...plainClause(`read ${entity} ${id}`), background: clause.background } : undefined;
}

const aboutRecord =
  "(?:\\s+(?:(?:that |which )?(?:it|this|that|the (?:ticket|incident|alert|case))(?: is|'s)? (?:about|for|on|concerns|mentions|names|affects)|(?:which |that )?(?:is |was )?(?:mentioned|named|concerned|involved|affected)(?: (?:in|by|on) (?:it|this|that|there|the \\w+))?|in question|(?:in|on|from|of) (?:it|there|this|that)))";
const device = new RegExp(
  `\\b(?:the|that|whichever|its) (?:server|laptop|computer|pc|device|asset|machine|printer|phone|tablet|switch|router|equipment|kit)${aboutRecord}?`,
  'i',
);
const person = new RegExp(
  `\\b(?:the|that|its) (?:user|requester|person|caller|colleague|somebody|one)(?:${aboutRecord}|\\s+(?:who|that) (?:logged|raised|reported|opened|wrote|sent) (?:it|this|that|the \\w+)|\\s+behind (?:it|this|that))`,
  'i',
);
const client = new RegExp(`\\b(?:the|its|their) (?:client|customer|company)(?:${aboutRecord})?`, 'i');

/** "Look up the server it is about": what the ticket that was read before names. */
function nameTrait(clause: Clause, { made, earlier, before }: Scene): Clause | undefined {
  const record = made.slice(earlier).at(-1)?.value;
  if (before.length === 0 || !isRow(record) || typeof record['summary'] !== 'string') return undefined;
  const hidden = hideQuoted(clause.text);
  if (findNames(hidden).some((name) => /\s/.test(name)) || findCodes(hidden).length > 0) return undefined;
  for (const [pattern, entity, read] of traits) {
    const found = pattern.exec(hidden);
    const value = found === null ? undefined : read(record);
    if (found === null || value === undefined) continue;
    if (clause.actions[0] !== 'find' && clause.actions[0] !== 'read') return undefined;
    return { ...plainClause(`find ${entity} ${value}`), background: clause.background };
  }
  return undefined;
}

const textOf = (row: Row, key: string): string | undefined => {
  const text = row[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
};

const traits: readonly (readonly [RegExp, Entity, (row: Row) => string | undefined])[] = [
  [
    device,
    'asset',
    (row) =>
      findCodes(`${textOf(row, 'summary') ?? ''} ${textOf(row, 'details') ?? ''}`).find((code) => /\d{3}/.test(code)),
  ],
  [person, 'user', (row) => textOf(row, 'user_name')],
  [client, 'client', (row) => textOf(row, 'client_name')],
];
