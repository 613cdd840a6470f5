import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ImportField, ImportPreview } from '../../../src-shared/api/imports.ts';
import { missingChoices, type MissingChoice, type ValueTarget } from '../../../src-shared/domain/import-plan.ts';
import { StateBadge, type State } from '../../components/state-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import { rowsOf } from '../../components/table/rows.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { changeField } from './change-field.ts';
import { TargetSelect } from './target-select.tsx';
import type { PlanForm } from './use-import-plan.ts';
import { formatNumber } from '../../components/format-number.ts';
import classes from './import.module.css';

type Lookup = ImportPreview['lookups'][number];
type ValueRow = Lookup['values'][number] & { readonly id: number; readonly target: ValueTarget | undefined };

interface Props {
  readonly lookup: Lookup;
  /** Undefined for what the page knows nothing more about. */
  readonly field: ImportField | undefined;
  readonly form: PlanForm;
}

const missingWords: Readonly<Record<MissingChoice, string>> = {
  create: 'Make new ones',
  none: 'Leave the field empty',
  refuse: 'Refuse the row',
};

/** The distinct texts of one field, each with what it becomes. */
export function LookupValues({ lookup, field, form }: Props) {
  const { field: name, label, values, more, known } = lookup;
  const { columns } = form.plan;
  const filling = columns[name];
  const targets = filling?.values;
  const list = useMemo(
    () => values.map((value, id): ValueRow => ({ ...value, id, target: targets?.[value.value] })),
    [values, targets],
  );
  const choose = (text: string, target: ValueTarget | undefined): void => {
    const { [text]: _before, ...others } = targets ?? {};
    const after = target === undefined ? others : { ...others, [text]: target };
    form.set({ columns: changeField(columns, name, { values: Object.keys(after).length > 0 ? after : undefined }) });
  };
  const columnsOf: readonly Column<ValueRow>[] = [
    {
      id: 'text',
      title: 'In the file',
      width: 130,
      grows: 'twice',
      cell: ({ value }) => <span title={value.slice(0, 400)}>{value}</span>,
    },
    { id: 'rows', title: 'Rows', width: 80, align: 'right', cell: ({ count }) => formatNumber(count) },
    {
      id: 'target',
      title: 'Becomes',
      width: 220,
      cell: (row) => (
        <TargetSelect
          label={`What ${row.value.slice(0, 80)} becomes as ${label}`}
          target={row.target}
          known={known}
          onChange={(target) => choose(row.value, target)}
        />
      ),
    },
    { id: 'outcome', title: 'So the desk gets', width: 170, grows: 'once', cell: (row) => <Outcome row={row} /> },
  ];
  return (
    <>
      <TableSection
        title={label}
        one="text"
        many="texts"
        columns={columnsOf}
        rows={rowsOf(list)}
        empty="No row has anything here."
        actions={
          field?.missing !== undefined && (
            <Select
              aria-label={`Names of ${label} that the desk does not know`}
              w={220}
              allowDeselect={false}
              data={missingChoices.map((choice) => ({
                value: choice,
                label: `Unknown: ${missingWords[choice].toLowerCase()}`,
              }))}
              value={filling?.missing ?? field.missing}
              onChange={(missing) => {
                if (missing !== null) form.set({ columns: changeField(columns, name, { missing }) });
              }}
            />
          )
        }
      />
      {more && <p className={classes['none']}>There are more texts than these, which are treated alike.</p>}
    </>
  );
}

const outcomes: Readonly<Record<ValueRow['outcome'], readonly [State, string]>> = {
  existing: ['good', ''],
  new: ['info', 'New: '],
  none: ['quiet', 'Nothing'],
  refused: ['bad', 'No row: refused'],
};

function Outcome({ row: { outcome, becomes } }: { readonly row: ValueRow }) {
  const [state, words] = outcomes[outcome];
  return (
    <StateBadge state={state}>
      <span className="one-line" title={becomes}>
        {words}
        {becomes}
      </span>
    </StateBadge>
  );
}
