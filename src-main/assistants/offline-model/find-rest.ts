import { hideQuoted } from './facts.ts';
import { findSubject, findTopic } from './free-text.ts';
import type { Clause } from './read-request.ts';
import type { ToolProfile } from './tool-profile.ts';
import { meaningOf } from './words.ts';

/** What is left of the request beside what the tool is called and what was taken. */
export function findLeftover(text: string, { words }: ToolProfile, taken: ReadonlySet<string>): string | undefined {
  const plain = hideQuoted(text).replaceAll(/(?<!\S)\S+@\S+|https?:\S+/g, ' ');
  const left = plain
    .split(/[\s,;:!?()]+/)
    .filter((word) => !taken.has(word.toLowerCase()) && !/\d|·/.test(word) && !joining.test(word))
    .filter((word) => meaningOf(word).some((stem) => !words.has(stem)));
  return left[0];
}

const joining =
  /^(?:please|back|again|lately|recently|now|today|tomorrow|yesterday|everything|something|anything|deployed|done)$/i;

/** What the request says beside what the tool is called. */
export function findRest({ text }: Clause, { words }: ToolProfile): string | undefined {
  const rest = findSubject(text) ?? findTopic(text);
  return meaningOf(rest).some((stem) => !words.has(stem)) ? rest : undefined;
}
