import type { Entity } from './entities.ts';
import { findCodes, findEmails, findIds, findIdsAfter, findNames, hideQuoted } from './facts.ts';
import { findDictated, findTopic, onlyPlace } from './free-text.ts';
import { describedOne, findPlace, recallId } from './memory.ts';
import type { Parameter } from './parameters.ts';
import type { Clause } from './read-request.ts';
import { findAddress } from './find-address.ts';
import { chooseOffered, listOffered, lookUp } from './look-up.ts';
import { best, findList, isRow, listsOf, nameOf } from './rows.ts';
import { chooseAction } from './steps.ts';
import { entityOfTool, idOf, type Missing, type Plan, type Scene } from './scene.ts';
import { findLoneNumber, findShaped } from './shapes.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf, shareSaid } from './words.ts';

type Reference = NonNullable<Parameter['refersTo']>;
type Found = { readonly value: unknown } | Missing | undefined;

/** The id, number or address of a record that an argument asks for: said, remembered, or looked up by other tools. */
export function* findReference(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  known: Readonly<Record<string, unknown>>,
  scene: Scene,
): Plan<Found> {
  const reference = parameter.refersTo as Reference;
  if (parameter.format === 'email' || /^e?mails?$/.test(parameter.words.at(-1) ?? ''))
    return yield* findAddress(parameter, clause, profile, scene);
  const code = parameter.kind === 'text' && !reference.many ? findShaped(clause.text, parameter) : undefined;
  if (code !== undefined) return { value: code };
  const told = findSaid(reference, withoutDictated(clause.text, scene));
  const ids = told.length > 0 || !pointsBack.test(clause.text) ? told : findSaid(reference, clause.background);
  if (ids.length > 0) return { value: reference.many ? many(ids, parameter) : shaped(ids[0], parameter) };
  if (reference.entity === undefined) return yield* chooseOfThose(parameter, clause, profile, known, scene);

  const described =
    findPlace(clause.text) === undefined
      ? describedRecord(reference.entity, withoutDictated(clause.text, scene))
      : undefined;
  if (!parameter.required && described === undefined && !pointsBack.test(hideQuoted(clause.text))) return undefined;
  if (described !== undefined) {
    const row = yield* lookUp(reference.entity, described, scene);
    if (row !== undefined) return { value: shaped(idOf(row), parameter) };
    if (parameter.required && !pointsBack.test(clause.text)) {
      return { missing: `I found no ${reference.entity} for “${described}”. Which ${reference.entity} do you mean?` };
    }
  }
  const around =
    findSaid(reference, clause.background)[0] ??
    scene.mentioned.findLast((each) => each.entity === reference.entity || each.entity === undefined)?.id;
  if (parameter.required && around !== undefined) return { value: shaped(around, parameter) };
  const said = new Set(scene.before.slice(-1).flatMap(({ text, background }) => meaningOf(`${text} ${background}`)));
  const { entity } = reference;
  const related = findRelated(entity, clause.text, scene);
  if (related !== undefined) return { value: shaped(related, parameter) };
  const one = describedOne(hideQuoted(clause.text));
  const recall = (which: ReadonlySet<string> | undefined): unknown =>
    recallId(entity, scene.made, entityOfTool(scene), findPlace(clause.text), said, which);
  const remembered = (one === undefined ? undefined : recall(one)) ?? recall(undefined);
  if (remembered !== undefined) return { value: shaped(remembered, parameter) };
  const before = scene.before.flatMap(({ text, background }) => findSaid(reference, `${background}. ${text}`)).at(-1);
  if (parameter.required && before !== undefined) return { value: shaped(before, parameter) };
  return parameter.required ? { missing: `Which ${reference.entity} do you mean? Give me its number.` } : undefined;
}

const linked =
  /\b(?:linked|attached|related|connected|associated|belong(?:s|ing)|mentioned|referenced|listed|it names|its|that|the same)\b/i;

/** "The article that is linked to it", "that site": a record that the one spoken of last has or names. */
function findRelated(entity: Entity, text: string, { made, earlier, before }: Scene): unknown {
  const last = made.slice(earlier).at(-1)?.value;
  if (before.length === 0 || !linked.test(text)) return undefined;
  const own = listsOf(isRow(last) && 'id' in last ? last : undefined).get(`${entity}s`)?.[0]?.['id'];
  if (own !== undefined) return own;
  const said = new Set(before.slice(-1).flatMap((each) => meaningOf(each.text)));
  const row =
    isRow(last) && 'id' in last ? last : best(findList(last)?.rows ?? [], (each) => shareSaid(nameOf(each), said));
  return entity === 'site' || entity === 'client' ? row?.[`${entity}_id`] : undefined;
}

const pointsBack =
  /\b(?:it|this|that|them|the same|the (?:new )?(?:ticket|incident|request|case|asset|user|article|client|site)|(?:to|on|for|of) (?:it|this|that))\b/i;

/** Numbers that are said to be of that kind, or of no kind at all. */
function findSaid({ word, entity, many: isMany }: Reference, text: string): number[] {
  if (isMany || entity === undefined) {
    const listed = word === '' ? [] : findIdsAfter(word, text);
    if (listed.length > 0 || entity === undefined) return listed;
  }
  const ids = findIds(hideQuoted(text));
  const own = ids.filter((each) => each.entity === entity);
  return (own.length > 0 ? own : ids.filter((each) => each.entity === undefined)).map(({ id }) => id);
}

/** A number within a note that is dictated is not the ticket's, once another was spoken of. */
function withoutDictated(text: string, { made, earlier }: Scene): string {
  const dictated = made.length > earlier ? findDictated(text) : undefined;
  return dictated === undefined || onlyPlace.test(dictated) ? text : text.replace(dictated, '');
}

const many = (ids: readonly unknown[], { kind }: Parameter): unknown => (kind === 'list' ? ids : ids.join(','));
const shaped = (id: unknown, { kind }: Parameter): unknown => (kind === 'text' ? String(id) : id);

/** The words by which a record is described where no number is given: "the ticket about the projector", "client Northwind". */
function describedRecord(entity: Entity, text: string): string | undefined {
  const hidden = hideQuoted(text);
  if (entity === 'ticket') {
    const told =
      /\b(?:ticket|incident|case|request|issue)s?\s+(?:about|regarding|on|concerning|where|with)\s+(.+?)(?=\s+(?:saying|that says|with a note|with the note|to me|for \d|and)\b|[:,;]|[.?!]?$)/i.exec(
        hidden,
      )?.[1];
    const before = /\bthe\s+((?:[\p{L}\d-]+\s+){1,3})(?:ticket|incident|case|issue)\b/iu.exec(hidden)?.[1]?.trim();
    return (
      told ??
      (before === undefined || /^(?:new|same|last|first|latest|open|oldest|newest|other|above|previous)$/i.test(before)
        ? undefined
        : before)
    );
  }
  const [code] = findCodes(hidden);
  if (entity === 'asset' && code !== undefined) return code;
  const [email] = findEmails(hidden);
  if (entity === 'user' && email !== undefined) return email;
  const [name] = findNames(hidden);
  return (
    name ??
    (entity === 'user' || entity === 'agent' || /\b(?:it|its|this|that|them|their)\b/i.test(hidden)
      ? undefined
      : findTopic(text) || undefined)
  );
}

/** A record that only a list of another tool knows, such as one of the actions that a ticket offers. */
function* chooseOfThose(
  parameter: Parameter,
  clause: Clause,
  profile: ToolProfile,
  known: Readonly<Record<string, unknown>>,
  scene: Scene,
): Plan<Found> {
  const { word, many: isMany } = parameter.refersTo as Reference;
  const offered = yield* listOffered(parameter, profile, known, scene);
  const told = findIds(clause.text)[0]?.id ?? findLoneNumber(clause.text, scene.now);
  if (offered === undefined && told !== undefined && parameter.kind !== 'text')
    return { value: shaped(told, parameter) };
  if (offered === undefined)
    return parameter.required ? { missing: `Which ${word} do you mean? Give me its id.` } : undefined;
  if (offered.length === 0) return { missing: `There is no ${word} to choose from.` };
  if (isMany) {
    const meant = offered.filter(
      (row) => typeof row['type'] === 'string' && clause.text.toLowerCase().includes(row['type'].toLowerCase()),
    );
    return { value: many((meant.length > 0 ? meant : offered).map(idOf), parameter) };
  }
  const row = word === 'action' ? chooseAction(offered, clause) : chooseOffered(offered, clause.text);
  if (row !== undefined) return { value: shaped(idOf(row), parameter) };
  return {
    missing: `I see no ${word} for that here. Which ${word} do you mean? There is: ${offered.map(nameOf).join(', ')}.`,
  };
}
