import type { Random } from './random.ts';

type Part = string | { readonly slot: string } | { readonly choices: readonly (readonly Part[])[] };

/** What a slot stands for; undefined for a name that nobody knows. */
export type Slots = (name: string) => string | undefined;

const parsed = new Map<string, readonly Part[]>();

/**
 * Fills a definition's text: `{name}` is a slot, `{one|another}` a choice (an empty one is allowed; choices nest),
 * `{3-9}` a number. An unknown slot throws: a marker must never reach a ticket.
 */
export function fillText(text: string, random: Random, slots: Slots): string {
  let parts = parsed.get(text);
  if (parts === undefined) {
    parts = parse(text);
    parsed.set(text, parts);
  }
  return write(parts, random, slots);
}

function write(parts: readonly Part[], random: Random, slots: Slots): string {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if ('choices' in part) out += write(random.pick(part.choices), random, slots);
    else out += fillSlot(part.slot, random, slots);
  }
  return out;
}

function fillSlot(slot: string, random: Random, slots: Slots): string {
  const range = /^(\d+)-(\d+)$/.exec(slot);
  if (range !== null) return String(random.integer(Number(range[1]), Number(range[2])));
  const value = slots(slot);
  if (value === undefined) throw new RangeError(`The demo definition uses an unknown slot {${slot}}.`);
  return value.includes('{') ? fillText(value, random, slots) : value;
}

function parse(text: string): readonly Part[] {
  let at = 0;

  function parts(inside: boolean): Part[] {
    const list: Part[] = [];
    let plain = '';
    while (at < text.length) {
      const character = text.charAt(at);
      if (inside && (character === '|' || character === '}')) break;
      at += 1;
      if (character !== '{') {
        plain += character;
        continue;
      }
      if (plain !== '') list.push(plain);
      plain = '';
      list.push(braced());
    }
    if (plain !== '') list.push(plain);
    return list;
  }

  function braced(): Part {
    const choices: Part[][] = [parts(true)];
    while (text.charAt(at) === '|') {
      at += 1;
      choices.push(parts(true));
    }
    if (text.charAt(at) !== '}') throw new RangeError(`The demo definition has an unclosed brace in: ${text}`);
    at += 1;
    const only = choices.length === 1 ? choices[0] : undefined;
    if (only?.length === 1 && typeof only[0] === 'string') return { slot: only[0] };
    return { choices };
  }

  return parts(false);
}
