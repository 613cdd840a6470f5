import type { StyleDefinition } from './demo-definition.ts';
import { fillText, type Slots } from './fill-text.ts';
import type { Random } from './random.ts';

/** A person's mail: their own greeting and sign-off around the body; nothing around it in a chat or on a form. */
export function composeMail(
  body: string,
  style: StyleDefinition,
  random: Random,
  slots: Slots,
  form: 'first' | 'reply' | 'bare',
): string {
  const lowered = style.lower_case > 0 && random.chance(style.lower_case) ? lowerFirst(body) : body;
  if (form === 'bare') return lowered;
  const reply = form === 'reply';
  const greetings = reply ? (style.reply_greetings ?? style.greetings) : style.greetings;
  const signoffs = reply ? (style.reply_signoffs ?? style.signoffs) : style.signoffs;
  const greeting = fillText(random.pick(greetings), random, slots);
  const signoff = fillText(random.pick(signoffs), random, slots);
  return [greeting, lowered, signoff].filter((part) => part !== '').join('\n\n');
}

/** The parts of a description in order; a part whose first alternative is empty may be left out by people of few words. */
export function composeBody(
  parts: readonly (readonly string[])[],
  style: StyleDefinition | undefined,
  random: Random,
  slots: Slots,
  choose: (texts: readonly string[]) => string,
): string {
  const chosen: string[] = [];
  for (const alternatives of parts) {
    const optional = alternatives[0] === '';
    if (optional && !random.chance(style?.detail ?? 0.7)) continue;
    const text = fillText(optional ? random.pick(alternatives.slice(1)) : choose(alternatives), random, slots).trim();
    if (text !== '') chosen.push(upperFirst(text));
  }
  let body = chosen[0] ?? '';
  for (const part of chosen.slice(1)) {
    const apart = part.includes('\n') || body.includes('\n') || (body.length > 160 && random.chance(0.4));
    body += (apart ? '\n\n' : ' ') + part;
  }
  return body.replaceAll(/ {2,}/g, ' ');
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Leaves 'I', abbreviations and names such as 'WiFi' alone: only a capital followed by small letters is lowered. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]+ /.test(text) && !/^I /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
