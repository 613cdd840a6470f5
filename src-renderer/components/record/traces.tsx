import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { TraceEntry } from '../../../src-shared/api/traces.ts';
import { api } from '../../api/client.ts';
import { ErrorState } from '../error-state.tsx';
import { describeMoment } from '../describe-moment.ts';
import { RelativeTime } from '../relative-time.tsx';
import { AiMark } from './ai-mark.tsx';
import classes from './record.module.css';

const page = 50;

/** Who or what changed a record, field by field, the latest first. */
export function Traces({ kind, id }: { readonly kind: RecordKind; readonly id: number }) {
  const [limit, setLimit] = useState(page);
  const { data, error } = useQuery(
    api.traces.record.queryOptions({ input: { kind, id, offset: 0, limit }, placeholderData: keepPreviousData }),
  );
  if (error !== null) return <ErrorState error={error} what="The changes could not be read" />;
  if (data === undefined) return null;
  return (
    <>
      <ol className={classes['traces']}>
        {data.rows.map((entry) => (
          <Trace key={entry.changeSetId} entry={entry} />
        ))}
      </ol>
      {data.total > data.rows.length && limit < 200 && (
        <Button variant="default" onClick={() => setLimit(Math.min(200, limit + page))}>
          Show more of {data.total} changes
        </Button>
      )}
    </>
  );
}

function Trace({ entry }: { readonly entry: TraceEntry }) {
  const { at, actor, label, kind, callId, endpointName, application, fields, rows } = entry;
  return (
    <li>
      <div className={classes['trace-head']}>
        <strong className="foreign">{actor}</strong>
        {kind === 'call' && <AiMark callId={callId} through={endpointName} did="Changed by AI" />}
        <span className={kind === 'call' ? 'mono' : undefined}>{label}</span>
        {application !== undefined && <span className="foreign">by {application}</span>}
        <span className={classes['dim']}>
          <RelativeTime at={at} />
        </span>
      </div>
      {fields.length > 0 && (
        <dl className={classes['trace-fields']}>
          {fields.map(({ column, label: name, before, after }) => (
            <div key={column}>
              <dt>{name}</dt>
              <dd>
                {before !== undefined && <del className="foreign">{shorten(before)}</del>}
                {before !== undefined && after !== undefined && <span aria-label="became"> → </span>}
                {after === undefined ? (
                  <span className={classes['dim']}>nothing</span>
                ) : (
                  <ins className="foreign">{shorten(after)}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rows.map(({ operation, label: name, text }, index) => (
        <div key={index} className={classes['trace-row']}>
          <span className={classes['sign']} aria-label={operation}>
            {signs[operation]}
          </span>
          <span className={classes['dim']}>{name}</span> <span className="foreign">{shorten(text)}</span>
        </div>
      ))}
    </li>
  );
}

const signs = { insert: '+', update: '~', delete: '−' } as const;

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shorten(text: string): string {
  if (moment.test(text)) return describeMoment(text);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
