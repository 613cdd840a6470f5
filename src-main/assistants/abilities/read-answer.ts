import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ArticleText } from '../../tools/ability-material.ts';
import type { AnswerShape, Choice } from './answer-shape.ts';

/** An answer as it can be written. */
export type ReadAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'article'; readonly article: ArticleText };

const mostTags = 10;
const longestTag = 100;
const tagList = z.array(z.string()).max(50);
const article = z.object({
  title: z.string(),
  description: z.string(),
  resolution: z.string(),
  tags: tagList.default([]),
});

/** Takes an answer for what it must be, and for nothing else. Throws `conflict` with a sentence. */
export function readAnswer(answer: string, shape: AnswerShape): ReadAnswer {
  const text = cleanText(answer);
  if (text === '') throw refuse('The answer was empty. Try again, or look at the prompt.');
  switch (shape.kind) {
    case 'text':
      return { kind: 'text', text: checkLength(text, shape.most) };
    case 'line':
      return { kind: 'text', text: readLine(text, shape.most, shape.what) };
    case 'choice':
      return { kind: 'choice', choice: readChoice(text, shape) };
    case 'tags':
      return { kind: 'tags', tags: readTags(parseJson(text, z.object({ tags: tagList })).tags) };
    case 'article':
      return { kind: 'article', article: readArticle(parseJson(text, article)) };
  }
}

/** Control characters and broken Unicode are in no text of the desk; a model's are dropped. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '')
    .trim();
}

function readLine(text: string, most: number, what: string): string {
  const bare = text.replace(/^["“](.*)["”]$/s, '$1').trim();
  if (bare.includes('\n')) throw refuse(`The answer has several lines, and a ${what} is one. Say so in the prompt.`);
  return checkLength(bare, most);
}

function checkLength(text: string, most: number): string {
  if (Array.from(text).length <= most) return text;
  throw refuse(
    `The answer is longer than the ${most.toLocaleString('en-US')} characters that fit there. Ask for less.`,
  );
}

function readChoice(text: string, { choices, what }: Extract<AnswerShape, { kind: 'choice' }>): Choice {
  const said = tryJson(text, z.object({ value: z.string() }))?.value ?? text.replace(/^["“](.*)["”]$/s, '$1');
  const key = said.trim().toLowerCase();
  const found = choices.find(({ name }) => name.toLowerCase() === key);
  if (found !== undefined) return found;
  throw refuse(`The answer names no ${what} of this desk that the ticket may have: "${shorten(said)}".`);
}

function readTags(tags: readonly string[]): string[] {
  const clean = tags.flatMap((tag) => tag.split(',')).map((tag) => cleanText(tag).replace(/\s+/g, ' '));
  return [...new Set(clean.filter((tag) => tag !== '' && tag.length <= longestTag))].slice(0, mostTags);
}

function readArticle({ title, description, resolution, tags }: z.output<typeof article>): ArticleText {
  const [what, how] = [cleanText(description), cleanText(resolution)];
  if (what === '' && how === '') throw refuse('The answer has neither a description nor a resolution. Try again.');
  return {
    title: readLine(cleanText(title) || 'Untitled', 255, 'title'),
    description: checkLength(what, 100_000),
    resolution: checkLength(how, 100_000),
    tags: readTags(tags),
  };
}

function parseJson<Value>(text: string, schema: z.ZodType<Value>): Value {
  const value = tryJson(text, schema);
  if (value !== undefined) return value;
  throw refuse(`The answer is not the JSON that was asked for: "${shorten(text)}". Try again, or another model.`);
}

/** Models like to put JSON into a block of code. */
function tryJson<Value>(text: string, schema: z.ZodType<Value>): Value | undefined {
  const bare = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(text)?.[1] ?? text;
  try {
    const parsed = schema.safeParse(JSON.parse(bare));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 80).join('')}…`;
}

function refuse(message: string): AppError {
  return new AppError('conflict', message);
}
