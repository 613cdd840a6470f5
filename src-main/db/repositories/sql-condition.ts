export interface SqlCondition {
  /** A boolean SQL expression over a row under an alias, with `?` for each parameter. */
  readonly sql: string;
  readonly parameters: readonly (number | string)[];
}
