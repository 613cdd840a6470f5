import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import classes from './mcp-endpoint.module.css';

/** What a model pays for being told of the tools. */
export function ListingCost({ as }: { readonly as: string | undefined }) {
  const { data, error } = useQuery(
    api.tools.preview.queryOptions({ input: { as }, placeholderData: keepPreviousData }),
  );
  if (error !== null) return <p className={classes['cost']}>{describeError(error).sentence}</p>;
  return (
    <p className={classes['cost']} role="status">
      {data !== undefined &&
        `Listing these ${data.tools.length} tools to ${data.principal.name ?? data.principal.label} costs about ${roundedTokens(data.estimatedTokens)} tokens.`}
    </p>
  );
}

/** An estimate is not more exact than two or three digits. */
function roundedTokens(tokens: number): string {
  const step = tokens < 1_000 ? 10 : 100;
  return (Math.round(tokens / step) * step).toLocaleString('en-GB');
}
