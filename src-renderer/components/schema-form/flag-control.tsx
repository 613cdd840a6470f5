import { Input, SegmentedControl } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import { useFieldWords } from './use-field-words.tsx';

export function FlagControl(props: ControlProps<FieldOf<'flag'>>) {
  const { name, path, entry, required, onChange } = props;
  const { label, description, withAsterisk, disabled } = useFieldWords(props);
  const value = entry.kind === 'flag' ? String(entry.value) : 'none';
  const data = [
    ...(required ? [] : [{ value: 'none', label: 'Leave out' }]),
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ];
  return (
    <Input.Wrapper size="xs" label={label} description={description} withAsterisk={withAsterisk} labelElement="div">
      <div>
        <SegmentedControl
          mt={4}
          aria-label={path + name}
          data={data}
          disabled={disabled}
          value={value}
          onChange={(chosen) => onChange(chosen === 'none' ? absent : { kind: 'flag', value: chosen === 'true' })}
        />
      </div>
    </Input.Wrapper>
  );
}
