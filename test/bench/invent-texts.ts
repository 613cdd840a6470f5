import { createRandom } from '../../src-main/domain/demo/random.ts';

export interface Texts {
  summary(): string;
  /** Some sentences, now and then with a name that few records have. */
  paragraph(sentences: number): string;
}

/**
 * Texts that read like the samples: each word follows one that it followed there, so sentences differ and words are as
 * frequent as they were. Names of hosts and products are invented by Zipf's law, as rare words are.
 */
export function inventTexts(samples: readonly string[], seed: number): Texts {
  const random = createRandom(seed);
  const starts: string[] = [];
  const followers = new Map<string, string[]>();
  for (const sentence of samples.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))) {
    const words = sentence.split(/\s+/).filter((word) => word !== '');
    const [first] = words;
    if (first === undefined || words.length < 3) continue;
    starts.push(first);
    words.forEach((word, at) => {
      const next = words[at + 1] ?? '';
      const known = followers.get(word);
      if (known === undefined) followers.set(word, [next]);
      else known.push(next);
    });
  }

  const sentence = (most: number): string => {
    const words = [random.pick(starts)];
    while (words.length < most) {
      const next = random.pick(followers.get(words.at(-1) ?? '') ?? ['']);
      if (next === '') break;
      words.push(next);
    }
    return words.join(' ');
  };
  const syllables = [
    'ba',
    'cor',
    'den',
    'fi',
    'gal',
    'hu',
    'jen',
    'kom',
    'lor',
    'mi',
    'nex',
    'or',
    'pel',
    'qui',
    'ras',
  ];
  const name = (): string => {
    // The rank of a word whose frequency is inverse to it, among a million.
    let rank = Math.floor(1_000_000 ** random.fraction());
    let word = '';
    for (; rank > 0 || word.length < 5; rank = Math.floor(rank / syllables.length)) {
      word += syllables[rank % syllables.length] ?? '';
    }
    return word;
  };
  const summary = (): string => sentence(9).replace(/[.,;:]$/, '');

  return {
    summary: () => (random.chance(0.5) ? `${summary()} ${name()}` : summary()),
    paragraph(count) {
      const parts = Array.from({ length: count }, () => sentence(24));
      if (random.chance(0.4)) parts.push(`It is ${name()} ${random.integer(1, 9999)}.`);
      return parts.join(' ');
    },
  };
}
