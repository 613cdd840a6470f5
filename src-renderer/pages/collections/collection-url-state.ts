export const collectionUrlDefaults = {
  /** The open tool, or the open version: one panel stands beside the page. */
  tool: undefined,
  version: undefined,
  search: '',
  /** Filters of the tools, empty for all. */
  state: undefined,
  kind: undefined,
  source: undefined,
  /** The set-up and the form of the sample request that are shown. */
  client: undefined,
  sample: undefined,
  /** The address of whom the sample request is run as. */
  runAs: undefined,
} as const;

export interface CollectionUrl {
  readonly tool: string | undefined;
  readonly version: string | undefined;
  readonly search: string;
  readonly state: string | undefined;
  readonly kind: string | undefined;
  readonly source: string | undefined;
  readonly client: string | undefined;
  readonly sample: string | undefined;
  readonly runAs: string | undefined;
}

export type ChangeCollectionUrl = (change: Partial<CollectionUrl>, how?: { readonly replace?: boolean }) => void;
