import type { CustomFieldListRow } from '../../../src-shared/api/custom-fields.ts';
import type { Column } from '../../components/table/column.ts';
import { idColumn, numberColumn, textColumn } from '../../components/table/usual-columns.tsx';
import { fieldKindLabels } from './field-kind-labels.ts';

export const customFieldColumns: readonly Column<CustomFieldListRow>[] = [
  idColumn(),
  { ...textColumn('label', 'Label', 180, ({ label }) => label), grows: 'twice', always: true, sortable: true },
  {
    id: 'name',
    title: 'Name',
    width: 150,
    grows: 'once',
    sortable: true,
    cell: ({ name }) => (
      <span className="mono" title={name}>
        {name}
      </span>
    ),
  },
  { ...textColumn('kind', 'Kind', 140, ({ kind }) => fieldKindLabels[kind]), sortable: true },
  textColumn('choices', 'Choices', 180, ({ choices }) => choices.join(', ')),
  numberColumn('types', 'Ticket types', 104, ({ types }) => types),
];
