import { dateFormats, type DateFormat } from './date-format.ts';
import { parseWhen } from './parse-when.ts';

export interface DateGuess {
  /** Absent where no format reads at least half of the samples. */
  readonly chosen?: DateFormat | undefined;
  /** True where day and month could be either way round: a person should look. */
  readonly ambiguous: boolean;
  /** The formats that some sample is written in, the one that reads most first. */
  readonly candidates: readonly DateCandidate[];
}

export interface DateCandidate {
  readonly format: DateFormat;
  /** How many of the samples that hold a date it reads. */
  readonly reads: number;
  /** The first sample it cannot read. */
  readonly fails?: string | undefined;
}

/** What format the dates of a column have, judged by some of its texts; blanks and "no date" are left aside. */
export function guessDateFormat(samples: readonly string[]): DateGuess {
  const dates = samples.filter((text) => !dateFormats.slice(0, 3).some((format) => parseWhen(text, format) === 'none'));
  const counted = dateFormats
    .map((format) => count(format, dates))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.reads - a.reads || b.own - a.own || preference(a.format, dates) - preference(b.format, dates));
  const best = counted[0];
  return {
    chosen: best !== undefined && best.reads * 2 >= dates.length ? best.format : undefined,
    ambiguous: isAmbiguous(dates),
    candidates: counted.map(({ format, reads, fails }) =>
      fails === undefined ? { format, reads } : { format, reads, fails },
    ),
  };
}

function count(format: DateFormat, dates: readonly string[]) {
  const reads = dates.filter((text) => parseWhen(text, format) !== undefined);
  return {
    format,
    reads: reads.length,
    own: reads.filter((text) => isWrittenIn(text.trim(), format)).length,
    fails: dates.find((text) => parseWhen(text, format) === undefined)?.slice(0, 80),
  };
}

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);
const isThreeNumbers = (text: string) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d/.test(text);

/** Whether a text that the format reads is of the style for which one would choose it. */
function isWrittenIn(text: string, format: DateFormat): boolean {
  const digits = text.replace(/\..*$/, '').length;
  switch (format) {
    case 'iso':
      return !isThreeNumbers(text) && (!isNumber(text) || digits === 8 || digits === 14);
    case 'dmy':
    case 'mdy':
      return isThreeNumbers(text);
    case 'excel':
      return isNumber(text) && digits <= 5;
    case 'epoch-seconds':
      return isNumber(text) && (digits === 9 || digits === 10);
    case 'epoch-milliseconds':
      return isNumber(text) && (digits === 12 || digits === 13);
  }
}

/** Where both read as much: who writes a.m. and p.m. puts the month first. */
function preference(format: DateFormat, dates: readonly string[]): number {
  const american = dates.some((text) => /\d\s*[ap]\.?m\.?\s*$/i.test(text));
  return (american ? ['iso', 'mdy', 'dmy'] : ['iso', 'dmy', 'mdy']).indexOf(format);
}

/** Either both orders read the same dates of three numbers, or each reads some that the other does not. */
function isAmbiguous(dates: readonly string[]): boolean {
  const reads = (text: string, format: DateFormat) => parseWhen(text, format) !== undefined;
  const three = dates.filter((text) => isThreeNumbers(text.trim()));
  const dayFirst = three.some((text) => reads(text, 'dmy') && !reads(text, 'mdy'));
  const monthFirst = three.some((text) => reads(text, 'mdy') && !reads(text, 'dmy'));
  return dayFirst === monthFirst && three.some((text) => reads(text, 'dmy') || reads(text, 'mdy'));
}
