/** What keeps the time of a search within bounds on a large desk. A long text, such as a ticket, may take longer. */
export interface Bounds {
  /** Rows that are asked for of the records' own texts, of their titles, and of their notes. */
  readonly ownRows: number;
  readonly titleRows: number;
  readonly noteRows: number;
  /** Rows that have a word, of words that are looked for in titles without an index of these. */
  readonly titleLooks: number;
  /** Notes that have all of the words, where a word is in too many to be asked for by itself. */
  readonly allWordsRows: number;
  /** Notes that are looked at for that. */
  readonly allWordsLooks: number;
  /** So many of the likeliest records are rated to choose those that are read closely; 0: the likeliest are read. */
  readonly rated: number;
  /** So many of the likeliest records are read closely, and so much of them; the order of all further ones is a rough one. */
  readonly closelyRead: number;
  readonly characters: number;
  /** Of so many of those the notes too, and so much of these. */
  readonly notesRead: number;
  readonly noteCharacters: number;
}

export const bounds: Bounds = {
  ownRows: 60_000,
  titleRows: 100_000,
  noteRows: 20_000,
  titleLooks: 1_500_000,
  allWordsRows: 200,
  allWordsLooks: 40_000,
  rated: 4_000,
  closelyRead: 600,
  characters: 1_000_000,
  notesRead: 80,
  noteCharacters: 500_000,
};
