import type { ScopeAdvice } from '../../../src-shared/api/applications.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { describeScope } from './describe-scope.ts';
import classes from './applications.module.css';

/** Which scopes the endpoint's tools need, which are lacking and which are more than needed. */
export function ScopeAdvisor({ advice }: { readonly advice: ScopeAdvice }) {
  const { needs, lacks, moreThanNeeded, enough } = advice;
  const fits = lacks.length === 0 && moreThanNeeded.length === 0;
  return (
    <div className={classes['advice']}>
      {fits && <StateBadge state="good">It has the scopes that the tools need, and no more.</StateBadge>}
      {lacks.length > 0 && (
        <p>
          <StateBadge state="info">Lacks</StateBadge> <Scopes list={lacks} />: with them every tool would be offered.
        </p>
      )}
      {moreThanNeeded.length > 0 && (
        <p>
          <StateBadge state="warn">More than needed</StateBadge> <Scopes list={moreThanNeeded} />. Enough would be{' '}
          {enough.length === 0 ? 'no scope at all' : <Scopes list={enough} />}.
        </p>
      )}
      <details>
        <summary>What each tool needs</summary>
        <ul>
          {needs.map(({ scopes, tools, held }) => (
            <li key={scopes.join()}>
              <StateBadge state={held ? 'good' : 'quiet'}>{held ? 'Has' : 'Lacks'}</StateBadge>{' '}
              {scopes.map((scope, index) => (
                <span key={scope} title={describeScope(scope)}>
                  {index > 0 && ' or '}
                  <span className="mono">{scope}</span>
                </span>
              ))}{' '}
              <span className={classes['dim']}>for {tools.join(', ')}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Scopes({ list }: { readonly list: readonly string[] }) {
  return list.map((scope, index) => (
    <span key={scope} title={describeScope(scope)}>
      {index > 0 && ', '}
      <span className="mono">{scope}</span>
    </span>
  ));
}
