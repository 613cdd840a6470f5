import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps, DrawField, FieldProps } from './control.ts';
import { FlagControl } from './flag-control.tsx';
import { JsonControl } from './json-control.tsx';
import { ListControl } from './list-control.tsx';
import { NullableControl } from './nullable-control.tsx';
import { NumberControl } from './number-control.tsx';
import { ObjectControl } from './object-control.tsx';
import { TextControl } from './text-control.tsx';
import { VariantsControl } from './variants-control.tsx';

/** The control for one field, whatever its kind. */
export function FieldControl(given: FieldProps) {
  const props = { ...given, draw: drawField };
  const { field, entry } = props;
  // A value that came from the JSON face and does not fit stays what it is.
  const control = entry.kind === 'json' ? <JsonControl {...props} /> : <DrawnControl {...props} />;
  return field.nullable ? <NullableControl {...props}>{control}</NullableControl> : control;
}

export const drawField: DrawField = (props) => <FieldControl {...props} />;

function DrawnControl(props: ControlProps) {
  const { field } = props;
  switch (field.kind) {
    case 'text':
      return <TextControl {...props} field={field} />;
    case 'number':
      return <NumberControl {...props} field={field} />;
    case 'flag':
      return <FlagControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'object':
      return <ObjectControl {...props} field={field} />;
    case 'list':
      return <ListControl {...props} field={field} />;
    case 'variants':
      return <VariantsControl {...props} field={field} />;
    case 'json':
      return <JsonControl {...props} />;
  }
}
