export interface Measures {
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly hit10: number;
}

/** The measures of one ranked list; gains of nDCG are the grades themselves, as in trec_eval. */
export function measure(ranked: readonly string[], relevant: ReadonlyMap<string, number>): Measures {
  const found = (depth: number): number => ranked.slice(0, depth).filter((id) => relevant.has(id)).length;
  const first = ranked.slice(0, 10).findIndex((id) => relevant.has(id));
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, 10);
  const gained = ranked.slice(0, 10).map((id) => relevant.get(id) ?? 0);
  return {
    recall1: found(1) / relevant.size,
    recall5: found(5) / relevant.size,
    recall10: found(10) / relevant.size,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: discounted(gained) / discounted(ideal),
    hit10: first < 0 ? 0 : 1,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

export function average(all: readonly Measures[]): Measures {
  const mean = (key: keyof Measures): number => all.reduce((sum, each) => sum + each[key], 0) / Math.max(1, all.length);
  return {
    recall1: mean('recall1'),
    recall5: mean('recall5'),
    recall10: mean('recall10'),
    mrr10: mean('mrr10'),
    ndcg10: mean('ndcg10'),
    hit10: mean('hit10'),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
