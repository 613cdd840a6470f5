export const synonymsUrlDefaults = {
  /** The id of the open group, `new`, or `try` for the panel that tries a search. */
  open: undefined,
  dialog: undefined,
  search: '',
  /** `unsaved` shows the groups with changes alone. */
  show: 'all',
  /** What is tried. */
  query: '',
} as const;

/** What `open` holds while a search is tried. A group's line has a comma. */
export const tryId = 'try';

export interface SynonymsUrl {
  readonly open: string | undefined;
  readonly dialog: string | undefined;
  readonly search: string;
  readonly show: string;
  readonly query: string;
}

export type ChangeSynonymsUrl = (change: Partial<SynonymsUrl>, how?: { readonly replace?: boolean }) => void;
