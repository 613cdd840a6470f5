import type { CollectionDifference } from '../../../src-shared/api/collections.ts';
import { formatNumber } from '../../components/format-number.ts';
import classes from './collections.module.css';

/** What a client sees change: tools that come, go or read differently, and what listing them costs. */
export function DifferenceView({ difference }: { readonly difference: CollectionDifference }) {
  const { toolsAdded, toolsRemoved, toolsChanged, before, after } = difference;
  return (
    <div className={classes['difference']}>
      <p>
        Tools: {formatNumber(before.tools)} → {formatNumber(after.tools)}. Tokens to list them: about{' '}
        {formatNumber(before.estimatedTokens)} → {formatNumber(after.estimatedTokens)}.
      </p>
      <Names title="Added" names={toolsAdded} />
      <Names title="Removed" names={toolsRemoved} />
      {toolsChanged.length > 0 && (
        <>
          <h3>Changed: {toolsChanged.length}</h3>
          <ul>
            {toolsChanged.map(({ name, description, argumentsChanged }) => (
              <li key={name}>
                <span className="mono">{name}</span>
                {argumentsChanged && ' takes other arguments'}
                {description !== undefined && (
                  <dl className={classes['texts']}>
                    <dt>Before</dt>
                    <dd className="foreign">{description.before}</dd>
                    <dt>After</dt>
                    <dd className="foreign">{description.after}</dd>
                  </dl>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <h3>
        {title}: {formatNumber(names.length)}
      </h3>
      <ul className={classes['names']}>
        {names.map((name) => (
          <li key={name} className="mono">
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
