import { useRef, useState } from 'react';
import type { ActivityFilter } from '../../../src-shared/api/activity.ts';
import { client } from '../../api/client.ts';
import { download } from '../../components/download.ts';

type ExportFormat = 'csv' | 'jsonl';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly calls: number }
  | { readonly kind: 'done'; readonly calls: number; readonly file: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown };

const types = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

/** Fetches the calls that a filter finds part by part and hands them to the browser as one file. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const abort = useRef<AbortController>(undefined);

  const start = async (filter: ActivityFilter, format: ExportFormat): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    const parts: string[] = [];
    let calls = 0;
    let before: number | undefined;
    setState({ kind: 'running', calls });
    try {
      do {
        const part = await client.activity.export(
          { ...filter, format, ...(before !== undefined && { before }) },
          { signal: controller.signal },
        );
        parts.push(part.text);
        calls += part.calls;
        before = part.next;
        setState({ kind: 'running', calls });
      } while (before !== undefined);
      const file = `calls-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.${format}`;
      download(new Blob(parts, { type: `${types[format]};charset=utf-8` }), file);
      setState({ kind: 'done', calls, file });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error });
    }
  };

  return { state, start, cancel: () => abort.current?.abort(), dismiss: () => setState({ kind: 'idle' }) };
}
