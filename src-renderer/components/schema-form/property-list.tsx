import { Fragment } from 'react';
import { JsonEditor } from '../json/json-editor.tsx';
import type { DrawField } from './control.ts';
import type { Entry } from './entry.ts';
import { absent } from './entry.ts';
import type { FieldOf } from './field.ts';
import classes from './schema-form.module.css';

interface Props {
  readonly field: FieldOf<'object'>;
  readonly entry: Extract<Entry, { kind: 'object' }>;
  readonly onChange: (entry: Entry) => void;
  readonly path: string;
  readonly draw: DrawField;
}

export function PropertyList({ field, entry, onChange, path, draw }: Props) {
  const { properties, open } = field;
  const showsExtra = open || entry.extra !== '';
  return (
    <div className={classes['properties']}>
      {properties.map(({ name, required, field: one }, index) => (
        <Fragment key={name}>
          {draw({
            ...{ name, path, field: one, required },
            entry: entry.entries[index] ?? absent,
            onChange: (changed) => onChange({ ...entry, entries: replaceAt(properties.length, entry, index, changed) }),
          })}
        </Fragment>
      ))}
      {showsExtra && (
        <div>
          <div className={classes['extra']}>Other properties, as a JSON object</div>
          <JsonEditor
            small
            label={`${path}Other properties as JSON`}
            value={entry.extra}
            onChange={(extra) => onChange({ ...entry, extra })}
          />
        </div>
      )}
      {properties.length === 0 && !showsExtra && <p className={classes['none']}>It takes no arguments.</p>}
    </div>
  );
}

function replaceAt(length: number, { entries }: Props['entry'], index: number, changed: Entry): readonly Entry[] {
  return Array.from({ length }, (_, place) => (place === index ? changed : (entries[place] ?? absent)));
}
