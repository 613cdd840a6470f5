import type { ReactNode } from 'react';
import type { ControlProps } from './control.ts';
import { FieldName } from './use-field-words.tsx';
import classes from './schema-form.module.css';

/** A field made of others. */
export function FieldGroup(props: ControlProps & { readonly actions: ReactNode; readonly children: ReactNode }) {
  const { name, path, field, required, actions, children } = props;
  return (
    <div role="group" aria-label={path + name} className={classes['group']}>
      <div className={classes['group-head']}>
        <div>
          <span className={classes['group-name']}>
            <FieldName name={name} title={field.title} />
            {required && <span className={classes['required']}> *</span>}
          </span>
          {field.description !== undefined && (
            <div className={classes['about']}>
              <span className="foreign">{field.description}</span>
            </div>
          )}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
