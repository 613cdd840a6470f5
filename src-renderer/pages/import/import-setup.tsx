import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ImportField, ImportInspection } from '../../../src-shared/api/imports.ts';
import type { FormatChanges, ImportKind } from '../../../src-shared/domain/import-plan.ts';
import { api } from '../../api/client.ts';
import { useHashScroll } from '../../components/contents/use-hash-scroll.ts';
import { WithContents } from '../../components/contents/with-contents.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { DatesSection } from './dates-section.tsx';
import { FileSection } from './file-section.tsx';
import { importUrlDefaults, type ChangeImportUrl, type ImportUrl } from './import-url-state.ts';
import { ReadingNote } from './reading-note.tsx';
import { RowsSection } from './rows-section.tsx';
import { StartSection } from './start-section.tsx';
import { UnreadableFile } from './unreadable-file.tsx';
import { findLacking, toSentPlan, useImportPlan } from './use-import-plan.ts';
import { ValuesSection } from './values-section.tsx';
import classes from './import.module.css';

/** Which file is read, and how. */
export interface Reading {
  readonly file: string;
  readonly kind: ImportKind | undefined;
  readonly format: FormatChanges | undefined;
}

interface Props {
  readonly reading: Reading;
  readonly url: ImportUrl;
  readonly onChange: ChangeImportUrl;
}

/** Prepares the import of a file: what it is, what its columns and values become, and the start. */
export function ImportSetup({ reading, url, onChange }: Props) {
  const { file, kind, format } = reading;
  const inspection = useQuery({
    ...api.imports.inspect.queryOptions({
      input: { file, ...(kind !== undefined && { kind }), ...(format !== undefined && { format }) },
    }),
    placeholderData: keepPreviousData,
  });
  const { data, error, isPlaceholderData } = inspection;
  const guessed = data?.plan.kind;
  const fields = useQuery({
    ...api.imports.fields.queryOptions({ input: { kind: guessed ?? 'ticket' } }),
    enabled: guessed !== undefined,
    placeholderData: keepPreviousData,
  });
  useHashScroll(data !== undefined);
  if (error !== null) {
    return (
      <UnreadableFile
        error={error}
        isChanged={kind !== undefined || format !== undefined}
        onForget={() => onChange({ ...importUrlDefaults, file })}
        onLeave={() => onChange(importUrlDefaults)}
      />
    );
  }
  if (fields.error !== null) return <ErrorState error={fields.error} what="The fields could not be read" />;
  if (data === undefined || fields.data === undefined)
    return (
      <div className={classes['page-reading']}>
        <ReadingNote />
      </div>
    );
  const isStale = isPlaceholderData || fields.isPlaceholderData;
  return <Sections {...{ file, url, onChange, isStale }} inspection={data} fields={fields.data} />;
}

interface SectionsProps extends Omit<Props, 'reading'> {
  readonly file: string;
  readonly inspection: ImportInspection;
  readonly fields: readonly ImportField[];
  /** Another way to read the file is on its way. */
  readonly isStale: boolean;
}

function Sections({ file, inspection, fields, isStale, url, onChange }: SectionsProps) {
  const form = useImportPlan(file, inspection);
  const { plan } = form;
  const lacking = findLacking(plan, fields);
  const sent = useMemo(() => toSentPlan(plan), [plan]);
  const [settled] = useDebouncedValue(sent, 250);
  const isFilled = Object.keys(settled.columns).length > 0 && settled.source !== '';
  const { data, error, isFetching } = useQuery({
    // What is new on the desk changes what the names in the file become.
    ...api.imports.preview.queryOptions({ input: { file, plan: settled }, staleTime: 0 }),
    enabled: isFilled && !isStale,
    placeholderData: keepPreviousData,
  });
  const preview = isFilled ? data : undefined;
  const entries = [
    { id: 'file', title: 'File' },
    { id: 'columns', title: 'Columns' },
    ...(preview !== undefined && preview.dates.length > 0 ? [{ id: 'dates', title: 'Dates' }] : []),
    ...(preview !== undefined && preview.lookups.length > 0 ? [{ id: 'values', title: 'Values' }] : []),
    { id: 'rows', title: 'First rows' },
    { id: 'start', title: 'Check and import' },
  ];
  return (
    <WithContents entries={entries}>
      <FileSection {...{ file, inspection, form, isStale, url, onChange }} />
      <ColumnsSection inspection={inspection} fields={fields} form={form} />
      {preview !== undefined && <DatesSection dates={preview.dates} form={form} />}
      {preview !== undefined && <ValuesSection preview={preview} fields={fields} form={form} />}
      <RowsSection preview={preview} error={error} isWaiting={isFilled && (isFetching || isStale)} />
      <StartSection file={file} form={form} lacking={lacking} isStale={isStale} url={url} onChange={onChange} />
    </WithContents>
  );
}
