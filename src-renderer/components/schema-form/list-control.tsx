import { ActionIcon, Button } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ControlProps } from './control.ts';
import { createEntry } from './create-entry.ts';
import { absent, type Entry } from './entry.ts';
import type { FieldOf } from './field.ts';
import { FieldGroup } from './field-group.tsx';
import classes from './schema-form.module.css';

export function ListControl(props: ControlProps<FieldOf<'list'>>) {
  const { name, path, field, entry, required, onChange, draw } = props;
  const items = entry.kind === 'list' ? entry.items : [];
  const full = field.atMost !== undefined && items.length >= field.atMost;
  const change = (next: readonly Entry[]): void => onChange({ kind: 'list', items: next });
  const actions = (
    <div className={classes['buttons']}>
      {entry.kind === 'list' && !required && (
        <Button variant="subtle" aria-label={`Leave out ${path}${name}`} onClick={() => onChange(absent)}>
          Leave out
        </Button>
      )}
      <Button
        variant="default"
        disabled={full || entry.kind === 'null'}
        aria-label={`Add an item to ${path}${name}`}
        onClick={() => change([...items, createEntry(field.item, true)])}
      >
        Add item
      </Button>
    </div>
  );
  return (
    <FieldGroup {...props} actions={actions}>
      {entry.kind === 'list' && items.length === 0 && <p className={classes['none']}>An empty list is sent.</p>}
      {items.map((item, index) => {
        const number = index + 1;
        const moved = (to: number): void => change(items.with(index, items[to] ?? item).with(to, item));
        return (
          <div key={index} className={classes['item']}>
            <div className={classes['item-field']}>
              {draw({
                name: String(number),
                path: `${path}${name} `,
                ...{ field: field.item, entry: item, required: true },
                onChange: (changed) => change(items.with(index, changed)),
              })}
            </div>
            <div className={classes['buttons']}>
              <ActionIcon
                aria-label={`Move item ${number} of ${name} up`}
                disabled={index === 0}
                onClick={() => moved(index - 1)}
              >
                <ArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={`Move item ${number} of ${name} down`}
                disabled={index === items.length - 1}
                onClick={() => moved(index + 1)}
              >
                <ArrowDown size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={`Remove item ${number} of ${name}`}
                onClick={() => change(items.toSpliced(index, 1))}
              >
                <X size={14} />
              </ActionIcon>
            </div>
          </div>
        );
      })}
    </FieldGroup>
  );
}
