import classes from './custom-tool.module.css';

interface Parameter {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** The parameters of a listed tool, as people read them. */
export function ParameterTable({ schema }: { readonly schema: Readonly<Record<string, unknown>> }) {
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Parameter>>);
  const required = (schema['required'] ?? []) as readonly string[];
  return (
    <table className={classes['parameters']}>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Type</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {properties.map(([name, parameter]) => (
          <tr key={name}>
            <th scope="row" className="mono">
              {name}
            </th>
            <td>
              {parameter.format ?? (parameter.enum === undefined ? parameter.type : 'choice')}
              {required.includes(name) && <span className={classes['required']}> required</span>}
            </td>
            <td>
              <span className="foreign">{parameter.description}</span>
              {parameter.enum !== undefined && <div className={classes['dim']}>{parameter.enum.join(', ')}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
