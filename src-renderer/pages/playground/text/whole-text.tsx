import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../../../api/client.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { download } from '../../../components/download.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { formatNumber } from '../../../components/format-number.ts';
import { LineList } from './line-list.tsx';
import { indentJson } from './indent-json.ts';
import classes from './text.module.css';

export interface WholeTextOf {
  readonly itemId: number;
  readonly of: 'text' | 'arguments' | 'result';
  /** Completes "Copy …". */
  readonly label: string;
}

/** All of a long text, of which only the lines in sight are drawn. */
export function WholeText({ itemId, of, label, onClose }: WholeTextOf & { readonly onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['conversation item', itemId, of],
    queryFn: ({ signal }) => client.conversations.itemText({ itemId, of }, { signal }),
    gcTime: 60_000,
  });
  const shown = useMemo(() => (data === undefined ? '' : indentJson(data.text)), [data]);
  return (
    <Dialog onClose={onClose} size="xl" title={`All of ${label}`}>
      {error !== null && <ErrorState error={error} what="The text could not be read" />}
      {data !== undefined && (
        <div className={classes['whole']}>
          <div className={classes['bar']}>
            <span className={classes['dim']}>{formatNumber(data.text.length)} characters</span>
            <CopyButton text={data.text} what={label} />
            <Button
              variant="default"
              onClick={() => download(new Blob([data.text], { type: 'text/plain' }), `item-${itemId}-${of}.txt`)}
            >
              Download
            </Button>
          </div>
          <LineList text={shown} label={label} />
        </div>
      )}
    </Dialog>
  );
}
