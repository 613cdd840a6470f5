import { ActionIcon, Button, Select, TagsInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ImportInspection } from '../../../src-shared/api/imports.ts';
import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import type { PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

type Only = NonNullable<ImportPlan['only']>[number];

interface Props {
  readonly inspection: ImportInspection;
  readonly form: PlanForm;
}

const most = 5;

/** Which rows of the file are wanted, by the texts of a column. */
export function OnlyRows({ inspection, form }: Props) {
  const [added, setAdded] = useState(false);
  const { only = [] } = form.plan;
  const put = (list: readonly Only[]): void => form.set({ only: [...list] });
  const names = inspection.columns.map(({ name }) => name);
  return (
    <div className={classes['only']} role="group" aria-label="Rows that are left out">
      {only.map((one, index) => (
        <Condition
          key={one.column}
          one={one}
          names={names.filter((name) => name === one.column || only.every(({ column }) => column !== name))}
          samples={inspection.columns.find(({ name }) => name === one.column)?.samples ?? []}
          onChange={(next) => put(next === undefined ? only.toSpliced(index, 1) : only.with(index, next))}
        />
      ))}
      {added ? (
        <Select
          data-autofocus
          autoFocus
          label="Only rows by their"
          placeholder="Column"
          searchable
          w={220}
          data={names.filter((name) => only.every(({ column }) => column !== name))}
          value={null}
          onBlur={() => setAdded(false)}
          onChange={(column) => {
            const [first] = inspection.columns.find(({ name }) => name === column)?.samples ?? [];
            if (column !== null) put([...only, { column, values: [(first ?? 'true').slice(0, 400)] }]);
            setAdded(false);
          }}
        />
      ) : (
        only.length < most && (
          <Button variant="default" onClick={() => setAdded(true)}>
            Leave some rows out
          </Button>
        )
      )}
    </div>
  );
}

interface ConditionProps {
  readonly one: Only;
  readonly names: readonly string[];
  readonly samples: readonly string[];
  readonly onChange: (next: Only | undefined) => void;
}

function Condition({ one, names, samples, onChange }: ConditionProps) {
  return (
    <div className={classes['condition']}>
      <Select
        label="Only rows whose"
        searchable
        allowDeselect={false}
        w={220}
        data={[...new Set([...names, one.column])]}
        value={one.column}
        onChange={(column) => column !== null && onChange({ ...one, column })}
      />
      <TagsInput
        className={classes['grow'] ?? ''}
        label="is one of"
        data={[...new Set(samples)]}
        splitChars={[]}
        maxTags={100}
        value={one.values}
        error={one.values.length === 0 && 'Type a text of the column, then Enter.'}
        onChange={(values) => onChange({ ...one, values: values.map((value) => value.slice(0, 400)) })}
      />
      <ActionIcon aria-label={`Take rows whatever their ${one.column}`} onClick={() => onChange(undefined)}>
        <X size={14} />
      </ActionIcon>
    </div>
  );
}
