import { useMemo, useState } from 'react';
import type { CustomTool } from '../../../src-shared/domain/custom-tools.ts';
import { readField } from '../schema-form/read-field.ts';
import { SchemaForm } from '../schema-form/schema-form.tsx';
import { toEntry } from '../schema-form/to-entry.ts';
import { toValue } from '../schema-form/to-value.ts';

interface Props {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly settings: CustomTool['settings'];
  readonly onChange: (settings: CustomTool['settings']) => void;
}

/** The settings of a use that has no form of its own. */
export function DrawnSettings({ schema, settings, onChange }: Props) {
  const field = useMemo(() => readField(schema), [schema]);
  const [entry, setEntry] = useState(() => toEntry(field, settings));
  return (
    <SchemaForm
      field={field}
      entry={entry}
      onChange={(next) => {
        setEntry(next);
        const outcome = toValue(field, next, 'The settings');
        if (outcome.kind === 'value') onChange(outcome.value as CustomTool['settings']);
      }}
    />
  );
}
