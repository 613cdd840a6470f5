/** What keeps the time of a search within bounds on a large desk. A long text, such as a ticket, may take longer. */
export interface Bounds {
  /** Rows that the index ranks for one search, and rows that it only names. */
  readonly rankedRows: number;
  readonly notedRows: number;
  readonly titleRows: number;
  readonly allWordsRows: number;
  /** With so many records at hand, those that have only a commoner word are left out. */
  readonly enoughCandidates: number;
  /** So many of the likeliest records are read closely; the order of all further ones is the index's own. */
  readonly closelyRead: number;
  /** A word in more rows than this hardly tells the candidates of a large desk apart; its notes would take too long. */
  readonly tooCommonToComplete: number;
  /** The index counts all rows of a word to rank any: of a word in more than this, even the rarest is only noted. */
  readonly tooCommonToRank: number;
}

export const bounds: Bounds = {
  rankedRows: 4_000,
  notedRows: 6_000,
  titleRows: 500,
  allWordsRows: 200,
  enoughCandidates: 600,
  closelyRead: 150,
  tooCommonToComplete: 5_000,
  tooCommonToRank: 20_000,
};
