import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { formatNumber } from '../../../components/format-number.ts';
import { LineList } from '../text/line-list.tsx';
import { indentJson } from '../text/indent-json.ts';
import { useMemo } from 'react';
import classes from './raw.module.css';

/** The body as it was sent. */
export function RawRequest({ exchangeId }: { readonly exchangeId: number }) {
  const { data, error } = useQuery(api.conversations.request.queryOptions({ input: { exchangeId }, gcTime: 60_000 }));
  const text = useMemo(() => indentJson(data?.body ?? ''), [data]);
  if (error !== null) return <ErrorState error={error} what="The request could not be read" />;
  if (data === undefined) return null;
  return (
    <div className={classes['part']}>
      <div className={classes['bar']}>
        <span className="mono foreign">POST {data.url}</span>
        <span className={classes['dim']}>{formatNumber(data.body.length)} characters</span>
        <CopyButton text={text} what="the request" />
      </div>
      <LineList text={text} label="The request" />
    </div>
  );
}
