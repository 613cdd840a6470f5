import { hideQuoted } from './facts.ts';
import { isRow, listsOf, type Row } from './rows.ts';
import { type Parameter, readParameters } from './parameters.ts';
import type { Clause } from './read-request.ts';
import { findChoice, findMoment, findNamed, findNumber } from './read-value.ts';
import type { Missing, Scene } from './scene.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf, shareSaid } from './words.ts';

/** The values of the fields that the action which was chosen has, as a record's list of actions tells them. */
export function fillFields(
  clause: Clause,
  { parameters }: ToolProfile,
  filled: Readonly<Record<string, unknown>>,
  scene: Scene,
): Readonly<Record<string, unknown>> | Missing | undefined {
  const by = parameters.find(({ refersTo }) => refersTo?.word === 'action');
  const action = by === undefined ? undefined : findOffered(scene, 'actions', filled[by.name]);
  const fields = action?.['fields'];
  if (!Array.isArray(fields)) return undefined;
  const values: Record<string, unknown> = {};
  for (const field of fields.filter(isRow)) {
    const parameter = asParameter(field);
    const value = parameter === undefined ? undefined : readField(parameter, field, clause, scene.now);
    if (value !== undefined && parameter !== undefined) values[parameter.name] = value;
    else if (field['required'] === true) return { missing: askForField(field) };
  }
  return Object.keys(values).length === 0 ? undefined : values;
}

export function findOffered({ made }: Pick<Scene, 'made'>, list: string, id: unknown): Row | undefined {
  for (const { value } of made.toReversed()) {
    const row = (listsOf(value).get(list) ?? []).find((each) => each['id'] === id);
    if (row !== undefined) return row;
  }
  return undefined;
}

function asParameter(field: Row): Parameter | undefined {
  const { name, label, type, choices, required } = field;
  if (typeof name !== 'string') return undefined;
  const kind =
    type === 'number' || type === 'boolean' ? type : type === 'flag' || type === 'checkbox' ? 'boolean' : 'string';
  const [parameter] = readParameters({
    properties: {
      [name]: {
        type: kind,
        description: label,
        ...(Array.isArray(choices) && choices.length > 0 && { enum: choices }),
        ...(/date/.test(String(type)) && { format: /time/.test(String(type)) ? 'date-time' : 'date' }),
      },
    },
    required: required === true ? [name] : [],
  });
  return parameter;
}

function readField(parameter: Parameter, field: Row, clause: Clause, now: number): unknown {
  const text = `${clause.text}. ${clause.background}`;
  const labelled =
    typeof field['label'] === 'string' ? { ...parameter, words: field['label'].toLowerCase().split(/\W+/) } : parameter;
  if (parameter.choices.length > 0) {
    const named = findNamed(text, labelled) ?? findNamed(text, parameter);
    return (
      (named === undefined ? undefined : findChoice(named, parameter.choices)) ??
      findChoice(hideQuoted(text), parameter.choices) ??
      findChoiceInPart(text, parameter.choices)
    );
  }
  if (parameter.format !== undefined) return findMoment(text, { ...parameter, required: true }, now);
  if (parameter.kind === 'number') return findNumber(hideQuoted(text), { ...labelled, required: false });
  return findNamed(text, labelled) ?? findNamed(text, parameter) ?? findWindow(text, labelled);
}

/** "I guided her" is for "User guided", where no other value has as much of it. */
function findChoiceInPart(text: string, choices: readonly string[]): string | undefined {
  const said = new Set(meaningOf(text));
  const half = choices.filter((choice) => shareSaid(choice, said) >= 0.5);
  return half.length === 1 ? half[0] : undefined;
}

/** A span of time as it was said, where a text is to hold one. */
const findWindow = (text: string, { words }: Parameter): string | undefined =>
  words.some((word) => /^(?:window|slot|period|time|when|schedule)$/.test(word))
    ? /(?:\b\w+day\b|\b\d{1,2}\.? \w{3,9}\b)?\s*\d{1,2}[:.]\d{2}\s*(?:-|–|to|until)\s*\d{1,2}[:.]\d{2}/i
        .exec(text)?.[0]
        .trim()
    : undefined;

function askForField(field: Row): string {
  const label = typeof field['label'] === 'string' && field['label'] !== '' ? field['label'] : String(field['name']);
  const choices = Array.isArray(field['choices']) ? field['choices'].map(String) : [];
  return `What is the value of “${label}”? This action needs it.${choices.length === 0 ? '' : ` It can be: ${choices.slice(0, 20).join(', ')}.`}`;
}
