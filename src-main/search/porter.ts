/**
 * The Porter stemmer exactly as SQLite's FTS5 applies it, so that words of a query and words of the index can be
 * compared outside SQL. Takes a folded token; tokens outside 3 to 64 bytes pass unchanged.
 */
export function stem(word: string): string {
  if (word.length < 3 || Buffer.byteLength(word) > 64) return word;
  let w = stepPlural(word);
  w = stepPast(w);
  if (w.endsWith('y') && hasVowel(w.slice(0, -1))) w = w.slice(0, -1) + 'i';
  w = replaceSuffix(w, step2, (rest) => measure(rest) > 0);
  w = replaceSuffix(w, step3, (rest) => measure(rest) > 0);
  w = stepResidual(w);
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    const m = measure(rest);
    if (m > 1 || (m === 1 && !endsShort(rest))) w = rest;
  }
  if (w.length > 1 && w.endsWith('ll') && measure(w.slice(0, -1)) > 1) w = w.slice(0, -1);
  return w;
}

type Suffixes = readonly (readonly [suffix: string, replacement: string])[];

/** Longest first within one ending, as the original algorithm asks. */
const step2: Suffixes = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['eli', 'e'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];

const step3: Suffixes = [
  ['ical', 'ic'],
  ['ness', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ful', ''],
  ['ative', ''],
  ['alize', 'al'],
];

const step4 = ['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ion', 'ou', 'ism'];
step4.push('ate', 'iti', 'ous', 'ive', 'ize');

function stepPlural(w: string): string {
  if (!w.endsWith('s')) return w;
  if (w.endsWith('sses') && w.length > 4) return w.slice(0, -2);
  if (w.endsWith('ies') && w.length > 3) return w.slice(0, -2);
  return w.endsWith('ss') ? w : w.slice(0, -1);
}

function stepPast(w: string): string {
  if (w.length > 3 && w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w;
  const cut = w.length > 3 && w.endsWith('ing') ? 3 : w.length > 2 && w.endsWith('ed') ? 2 : 0;
  if (cut === 0) return w;
  const rest = w.slice(0, -cut);
  if (!hasVowel(rest)) return w;
  if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return rest.length > 2 ? rest + 'e' : rest;
  const last = rest.at(-1) ?? '';
  if (last === rest.at(-2) && !'aeioulsz'.includes(last)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? rest + 'e' : rest;
}

function replaceSuffix(w: string, suffixes: Suffixes, allowed: (rest: string) => boolean): string {
  for (const [suffix, replacement] of suffixes) {
    if (w.length > suffix.length && w.endsWith(suffix)) {
      const rest = w.slice(0, -suffix.length);
      return allowed(rest) ? rest + replacement : w;
    }
  }
  return w;
}

function stepResidual(w: string): string {
  for (const suffix of step4) {
    if (w.length <= suffix.length || !w.endsWith(suffix)) continue;
    const rest = w.slice(0, -suffix.length);
    if (suffix === 'ion' && !rest.endsWith('s') && !rest.endsWith('t')) return w;
    return measure(rest) > 1 ? rest : w;
  }
  return w;
}

function isVowel(character: string, yIsVowel: boolean): boolean {
  return 'aeiou'.includes(character) || (yIsVowel && character === 'y');
}

function hasVowel(w: string): boolean {
  for (let i = 0; i < w.length; i += 1) if (isVowel(w[i] ?? '', i > 0)) return true;
  return false;
}

/** How many times a run of vowels is followed by a run of consonants. */
function measure(w: string): number {
  let count = 0;
  let wasVowel = false;
  let wasConsonant = false;
  for (let i = 0; i < w.length; i += 1) {
    const vowel = isVowel(w[i] ?? '', wasConsonant);
    if (wasVowel && !vowel) count += 1;
    wasVowel = vowel;
    wasConsonant = !vowel;
  }
  return count;
}

/** Ends consonant, vowel, consonant, where the last is not w, x or y. */
function endsShort(w: string): boolean {
  if ('wxy'.includes(w.at(-1) ?? 'w')) return false;
  let mask = 0;
  let consonant = false;
  for (let i = 0; i < w.length; i += 1) {
    consonant = !isVowel(w[i] ?? '', consonant);
    mask = ((mask << 1) | (consonant ? 1 : 0)) & 7;
  }
  return mask === 5;
}
