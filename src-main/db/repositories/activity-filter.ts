/** Which calls are meant; times in epoch milliseconds. What is left out does not count. */
export interface CallFilter {
  readonly tools?: readonly string[] | undefined;
  readonly applications?: readonly string[] | undefined;
  readonly endpoints?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
  readonly clients?: readonly string[] | undefined;
  readonly outcome?: 'ok' | 'failed' | readonly string[] | undefined;
  readonly wrote?: boolean | undefined;
  /** Whether a conversation of the playground made it. */
  readonly madeIn?: 'playground' | 'elsewhere' | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly text?: string | undefined;
}

/** A condition on the columns of the index `trace_call_facts` alone; the text is not part of it. */
export function conditionOf(filter: CallFilter): { sql: string; parameters: unknown[] } {
  const parts: string[] = [];
  const parameters: unknown[] = [];
  const oneOf = (column: string, values: readonly string[] | undefined): void => {
    if (values === undefined || values.length === 0) return;
    parts.push(`${column} IN (SELECT value FROM json_each(?))`);
    parameters.push(JSON.stringify(values));
  };
  oneOf('tool', filter.tools);
  oneOf('application_id', filter.applications);
  oneOf('endpoint_id', filter.endpoints);
  oneOf('principal', filter.principals);
  oneOf('client', filter.clients);
  if (filter.outcome === 'ok') parts.push('error_code IS NULL');
  else if (filter.outcome === 'failed') parts.push('error_code IS NOT NULL');
  else oneOf('error_code', filter.outcome);
  if (filter.wrote !== undefined) parts.push(`change_set_id IS ${filter.wrote ? 'NOT NULL' : 'NULL'}`);
  if (filter.madeIn !== undefined)
    parts.push(`turn_item_id IS ${filter.madeIn === 'playground' ? 'NOT NULL' : 'NULL'}`);
  if (filter.from !== undefined) {
    parts.push('at >= ?');
    parameters.push(filter.from);
  }
  if (filter.to !== undefined) {
    parts.push('at < ?');
    parameters.push(filter.to);
  }
  return { sql: parts.length === 0 ? 'TRUE' : parts.join(' AND '), parameters };
}

/** A LIKE pattern (with `ESCAPE '\'`) for text that stands anywhere, taken literally. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
