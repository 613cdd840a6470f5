export interface Example {
  readonly label: string;
  readonly features: readonly string[];
}

/** How likely each label is, the likeliest first; together 1. */
export type Classifier = (features: readonly string[]) => readonly (readonly [label: string, probability: number])[];

/** What was never seen with a label counts as seen this often, so that it is only unlikely. */
const smoothing = 0.2;
/** Words that go together say the same thing twice, so all of it counts for less. Both were found by trying. */
const sharpness = 0.4;

/**
 * Multinomial naive Bayes, every label as likely as any other beforehand. What no example has says nothing.
 */
export function learn(examples: readonly Example[]): Classifier {
  const sizes = new Map<string, number>();
  /** The labels of the examples that have it. */
  const labels = new Map<string, string[]>();
  for (const { label, features } of examples) {
    sizes.set(label, (sizes.get(label) ?? 0) + features.length);
    for (const feature of features) {
      const before = labels.get(feature);
      if (before === undefined) labels.set(feature, [label]);
      else before.push(label);
    }
  }
  const rare = new Map(
    [...sizes].map(([label, size]) => [label, Math.log(smoothing / (size + smoothing * labels.size))]),
  );
  const counted = new Map<string, ReadonlyMap<string, number>>();
  const count = (feature: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const label of labels.get(feature) ?? []) counts.set(label, (counts.get(label) ?? 0) + 1);
    counted.set(feature, counts);
    return counts;
  };
  return (features) => {
    const known = features
      .filter((feature) => labels.has(feature))
      .map((feature) => counted.get(feature) ?? count(feature));
    const scores = new Map([...rare].map(([label, score]) => [label, score * known.length]));
    for (const counts of known)
      for (const [label, times] of counts) scores.set(label, (scores.get(label) ?? 0) + Math.log1p(times / smoothing));
    const best = Math.max(...scores.values());
    const shares = [...scores].map(([label, score]) => [label, Math.exp((score - best) * sharpness)] as const);
    const all = shares.reduce((sum, [, share]) => sum + share, 0);
    return shares.map(([label, share]) => [label, share / all] as const).toSorted((a, b) => b[1] - a[1]);
  };
}
