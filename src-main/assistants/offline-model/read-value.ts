import {
  findCodes,
  findDuration,
  findEmails,
  findIds,
  findNames,
  findNumbers,
  findQuoted,
  hideQuoted,
} from './facts.ts';
import { findMoments, findPeriod } from './find-dates.ts';
import { findDictated } from './free-text.ts';
import type { Parameter } from './parameters.ts';
import { findEnd, findShaped } from './shapes.ts';
import { meaningOf, shareSaid } from './words.ts';

/** What a text says for an argument by the argument's own name: "cost centre 4711", "risk: high". */
export function findNamed(text: string, { words }: Parameter): string | undefined {
  const bare = /^(?:name|number|id|code|tag)$/.test(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : '';
  for (const label of new Set([words.join(' '), bare, words.slice(1).join(' '), words.at(-1) ?? ''])) {
    if (label.length < 3) continue;
    const plain = label
      .replaceAll(' ', '[\\s_-]+')
      .replaceAll(/cent(?:re|er)\b/g, 'cent(?:re|er)')
      .replace(/reference$/, 'ref(?:erence)?');
    const named = new RegExp(
      `\\b${plain}s?\\b\\s*(?:[:=]|is|are|of|to|as|should be|will be|set to|called|named)?\\s*(?:["“']([^"”']+)["”']|([^,;.!?"“]+?))(?=\\s+(?:and|with|for|by|from|who|which|because)\\b|[,;.!?]|$)`,
      'i',
    ).exec(text);
    const value = (named?.[1] ?? named?.[2])?.trim();
    if (value !== undefined && value !== '' && !noValue.test(value)) return value;
  }
  return undefined;
}

/** What follows a word without being said of it. */
const noValue = /^(?:for|to|on|in|with|and|me|it|us|please|pls|now|the|an?|by|of|that|because)(?=\s|$)/i;

/** The value of a list that the text names; where a name is part of another the longer one. */
export function findChoice(text: string, choices: readonly string[]): string | undefined {
  const lower = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const said = new Set(meaningOf(text));
  const exact = choices
    .filter((choice) =>
      lower.includes(
        ` ${choice
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
    )
    .toSorted((a, b) => b.length - a.length);
  return exact[0] ?? choices.find((choice) => shareSaid(choice, said) === 1);
}

const onlyWords =
  /\bopen\b|\bunresolved\b|\boutstanding\b|\bactive\b|\bstill (?:being|waiting)\b|\bnot (?:yet )?closed\b/i;

export function findFlag(text: string, { words, choices }: Parameter): boolean | undefined {
  if (choices.length > 0) return undefined;
  if (words.includes('open')) {
    if (
      /\b(?:not|excluding|exclude|without|except|no|hide|skip|ignore|omit|leave out|leave off|miss out)\b[^,.;]{0,30}\b(?:closed|resolved|old|solved)\b/i.test(
        text,
      )
    )
      return true;
    if (
      /\b(?:all|closed|resolved|including closed|old)\b/i.test(text) &&
      !/\b(?:not|un)[ -]?(?:closed|resolved)\b/i.test(text)
    )
      return /\bopen\b/i.test(text);
    return onlyWords.test(text) ? true : undefined;
  }
  const said = new Set(meaningOf(text));
  const name = words.join(' ');
  const isNamed =
    shareSaid(name, said) === 1 ||
    (words[0] === 'close' && /\b(?:close|solved|no longer needed|resolve)\b/i.test(text));
  if (!isNamed) return undefined;
  const denied = new RegExp(`\\b(?:no|not|without|don't|doesn't|never)\\b[^,.;]{0,20}\\b${words.at(-1) ?? ''}`, 'i');
  return (
    !denied.test(text) &&
    !new RegExp(`${words.at(-1) ?? ''}\\w*\\s*[:=]?\\s*(?:is |are )?(?:no|false|not)\\b`, 'i').test(text)
  );
}

const spelled = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** "Three days" as "3 days". */
const inDigits = (text: string): string =>
  text.replaceAll(
    /\b(two|three|four|five|six|seven|eight|nine|ten)(?=\s+(?:days?|weeks?|months?|copies|pieces|nights?)\b)/gi,
    (word) => String(spelled.indexOf(word.toLowerCase())),
  );

export function findNumber(text: string, parameter: Parameter): number | undefined {
  const { words, kind } = parameter;
  const fits = (value: number): boolean =>
    (kind !== 'whole' || Number.isInteger(value)) &&
    value >= (parameter.least ?? -Infinity) &&
    value <= (parameter.most ?? Infinity);
  const unit =
    words.find((word) => /^(?:hours?|minutes?|mins?|seconds?)$/.test(word)) ??
    words.find((word) => word === 'duration');
  const told = `${words.join(' ')} ${parameter.description}`;
  const duration = findDuration(text);
  if (duration !== undefined && (unit !== undefined || /\b(?:hours|minutes|seconds)\b/i.test(told))) {
    const per =
      /^(?:min)/.test(unit ?? '') || (unit === undefined && /\bminutes\b/i.test(told) && !/\bhours\b/i.test(told))
        ? 60
        : /^sec/.test(unit ?? '')
          ? 1
          : 3600;
    return Math.round((duration.seconds / per) * 10_000) / 10_000;
  }
  if (unit !== undefined) return undefined;
  const place = words[0] === 'page' ? /\b(second|third|fourth|fifth|sixth) page\b/i.exec(text)?.[1] : undefined;
  if (place !== undefined) return ['second', 'third', 'fourth', 'fifth', 'sixth'].indexOf(place.toLowerCase()) + 2;
  const numbers = findNumbers(inDigits(text));
  const named = numbers.find(
    ({ before, after, value }) =>
      fits(value) &&
      words.some(
        (word) =>
          word.length > 2 &&
          (before.startsWith(word) ||
            after.startsWith(word) ||
            (word.startsWith(after.replace(/s$/, '')) && after.length > 3)),
      ),
  );
  if (named !== undefined) return named.value;
  if (!parameter.required && !/^(?:quantity|count|amount)$/.test(words.at(-1) ?? '')) return undefined;
  const ids = new Set(
    findIds(text)
      .filter(({ entity }) => entity !== undefined)
      .map(({ id }) => id),
  );
  return numbers.map(({ value }) => value).find((value) => fits(value) && !ids.has(value));
}

/** The numbers of the text in order, for tools that take several without saying which is which. */
export const listNumbers = (text: string): number[] => findNumbers(text).map(({ value }) => value);

/** The day, or the moment where a time is named, that the text says for the argument: of a span the end that its name means. */
export function findMoment(said: string, parameter: Parameter, now: number): string | undefined {
  const { words, format, required } = parameter;
  const isEnd = words.some((word) => /^(?:end(?:date|time)?|to|until|till|finish|before)$/.test(word));
  const isStart = words.some((word) => /^(?:start(?:date|time)?|from|since|begin|after)$/.test(word));
  const isSpan = isEnd || (isStart && format !== 'date-time');
  const period = isSpan ? findPeriod(said, now) : undefined;
  if (period !== undefined) return shapeMoment((isEnd ? period.last : period.first).toISOString(), format, false);
  // Of a span what is past, of a single day what is to come.
  const isPast = isSpan && !/\b(?:next|coming|tomorrow|will)\b/i.test(said);
  if (isEnd && !required && openEnded.test(said)) return undefined;
  const text = hideQuoted(said).replace(/\bfor\s+(?:about )?\S+ ?(?:hours?|hrs?|minutes?|mins?)\b/i, ' ');
  const named = findNamed(text, parameter);
  const read = (from: string) => findMoments(from, now, !isPast);
  const spans = named === undefined ? [] : read(named);
  const [first, second] = spans.length > 0 ? spans : read(text);
  const found = isEnd
    ? (first?.end ?? second?.start ?? (required || untilThen.test(text) ? first?.start : undefined))
    : first?.start;
  if (found === undefined) return undefined;
  return shapeMoment(found.at.toISOString(), format, found.timed);
}

const untilThen = /\b(?:until|till|through|up to|by|before|ending|ends?)\b/i;
/** "Since 1 May" has no end. */
const openEnded = /\b(?:since|from|after|as of)\b(?!.*\b(?:to|until|till|and)\b\s+\S*\d)/i;

const shapeMoment = (iso: string, format: string | undefined, timed: boolean): string =>
  format === 'date-time' || (timed && format !== 'date') ? iso : iso.slice(0, 10);

export const isMoment = ({ format, words, description }: Parameter): boolean =>
  format === 'date' ||
  format === 'date-time' ||
  words.some((word) => /^(?:date|day|deadline|until|due|when)$/.test(word)) ||
  /\b(?:YYYY-MM-DD|ISO 8601)\b/.test(description);

/** The name of a machine, in small letters as well: srv-print02. */
function findHost(text: string, words: readonly string[]): string | undefined {
  if (!words.some((word) => /^(?:server|host|hostname|machine)$/.test(word))) return undefined;
  return /(?<![\p{L}\p{N}._-])(?=[\p{L}._-]*\d)\p{L}[\p{L}\p{N}._-]*[\p{L}\p{N}]/u.exec(text)?.[0];
}

const persons =
  /^(?:user|person|employee|manager|owner|requester|agent|assignee|recipient|starter|leaver|who|whom|contact|colleague)$/;

const groups =
  /^(?:client|customer|company|organi[sz]ation|site|city|country|region|team|department|project|category|location|vendor|supplier)$/;
export const isPlace = ({ words }: Parameter): boolean =>
  words.some((word) => /^(?:city|town|country|region|site|location|place)$/.test(word));
/** "For Hartlaw": what a list is narrowed down to. */
const nameAfter = (text: string): string | undefined => {
  const after =
    /\b(?:for|at|of|in|from|by)\s+(?:the |our )?(?:client |customer |company |site |team |city (?:of )?)?(\p{Lu}.*)$/u.exec(
      hideQuoted(text),
    )?.[1];
  const [name] = after === undefined ? [] : findNames(after);
  return name !== undefined && after?.startsWith(name) === true ? name : undefined;
};

/** A text that is neither free nor to be searched for, as the argument's name and format say what it is. */
export function findText(text: string, parameter: Parameter): string | undefined {
  const { words, format, description } = parameter;
  if (format === 'email' || words.some((word) => /^e?mail$/.test(word))) return findEmails(text)[0];
  const shaped = findHost(text, words) ?? findShaped(text, parameter) ?? findEnd(text, parameter);
  if (shaped !== undefined) return shaped;
  const named = findNamed(text, parameter);
  if (named !== undefined) return named;
  if (words.some((word) => persons.test(word))) return findNames(text)[0] ?? findEmails(text)[0];
  if (!parameter.required) return words.some((word) => groups.test(word)) ? nameAfter(text) : undefined;
  if (/\b(?:code|tag|server|host|machine|device|serial|sku|reference)\b/i.test(`${words.join(' ')} ${description}`))
    return findCodes(text)[0] ?? findQuoted(text)[0];
  return findDictated(text);
}
