import type { Entry } from './entry.ts';
import type { Field } from './field.ts';
import { drawField, FieldControl } from './field-control.tsx';
import { PropertyList } from './property-list.tsx';

interface Props {
  readonly field: Field;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** A form drawn from a JSON Schema. What is left empty is not sent. */
export function SchemaForm({ field, entry, onChange }: Props) {
  if (field.kind === 'object' && entry.kind === 'object') {
    return <PropertyList field={field} entry={entry} onChange={onChange} path="" draw={drawField} />;
  }
  return <FieldControl name="Arguments" path="" field={field} entry={entry} required onChange={onChange} />;
}
