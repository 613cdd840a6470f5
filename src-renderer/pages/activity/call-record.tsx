import { useEffect } from 'react';
import { ChangedRecords } from '../../components/calls/changed-records.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { JsonText } from '../../components/json/json-text.tsx';
import { usePreferences } from '../../components/preferences.ts';
import { ReadableResult } from '../../components/result/readable-result.tsx';
import { useResultFace } from '../../components/result/result-face.ts';
import { ResultView } from '../../components/result/result-view.tsx';
import { CallActions } from './call-actions.tsx';
import { CallFacts } from './call-facts.tsx';
import type { ReadCall } from './read-call.ts';

interface Props {
  readonly call: ReadCall;
  readonly onOpen: (id: number) => void;
}

/** A call, beside the list and on its own page alike. */
export function CallRecord({ call, onOpen }: Props) {
  const { error, result, rows } = call;
  const noteCallSeen = usePreferences((preferences) => preferences.noteCallSeen);
  useEffect(noteCallSeen, [noteCallSeen]);
  return (
    <>
      <CallActions call={call} onOpen={onOpen} />
      <CallFacts call={call} />
      <FormSection title="Arguments">
        <Arguments value={call.arguments} />
      </FormSection>
      <FormSection title="Result">
        <ResultView value={result} error={error} />
      </FormSection>
      {rows.length > 0 && (
        <FormSection title="What it changed" about="Row by row, with what each column held before and after.">
          <ChangedRecords rows={rows} total={call.rowsTotal} />
        </FormSection>
      )}
    </>
  );
}

function Arguments({ value }: { readonly value: unknown }) {
  const { face } = useResultFace();
  const none = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  if (none) return <p>It was called without any.</p>;
  return face === 'json' ? <JsonText value={value} label="the arguments" /> : <ReadableResult value={value} />;
}
