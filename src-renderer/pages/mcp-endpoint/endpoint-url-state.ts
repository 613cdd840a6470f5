export const endpointUrlDefaults = {
  /** The open tool. */
  tool: undefined,
  /** What its panel shows. */
  face: 'try',
  /** The address of whom the tools are seen as. */
  as: undefined,
  search: '',
  kind: 'all',
  /** The set-up and the form of the sample request that are shown. */
  client: undefined,
  sample: undefined,
  /** The address of whom the sample request is run as. */
  runAs: undefined,
} as const;

export interface EndpointUrl {
  readonly tool: string | undefined;
  readonly face: string;
  readonly as: string | undefined;
  readonly search: string;
  readonly kind: string;
  readonly client: string | undefined;
  readonly sample: string | undefined;
  readonly runAs: string | undefined;
}

export type ChangeUrl = (change: Partial<EndpointUrl>, how?: { readonly replace?: boolean }) => void;
