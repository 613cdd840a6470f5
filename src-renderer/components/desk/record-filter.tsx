import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { usePickedName, type PickedKind } from '../form/use-pickable.ts';
import { readNumber } from '../read-number.ts';

interface Props {
  readonly kind: PickedKind;
  /** What the filter is called. */
  readonly name: string;
  /** The record's number as the address has it; without one there is no filter. */
  readonly value: string | undefined;
  readonly onClear: () => void;
}

/** A filter by one record that a link set: says which, and goes when clicked. */
export function RecordFilter({ kind, name, value, onClear }: Props) {
  const id = readNumber(value);
  const shown = usePickedName(kind, id, undefined);
  if (id === undefined) return null;
  return (
    <Button
      variant="default"
      fw={400}
      maw={240}
      rightSection={<X size={12} aria-hidden />}
      title="Remove this filter"
      onClick={onClear}
    >
      {name}: {shown}
    </Button>
  );
}
