import type { ApplicationEffect } from '../../../src-shared/api/applications.ts';
import { ToolName } from '../../components/calls/tool-name.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ScopeAdvisor } from './scope-advisor.tsx';
import classes from './applications.module.css';

/** What an application may do on the endpoint, tool by tool, and why not the rest. */
export function EffectiveAccess({ effect }: { readonly effect: ApplicationEffect }) {
  const { tools, refused, principal, advice } = effect;
  const offered = tools.filter((tool) => tool.offered);
  const others = tools.filter((tool) => !tool.offered);
  return (
    <FormSection
      title="What it may do and why"
      about={
        principal === undefined
          ? 'On the default endpoint, as things are saved now.'
          : `On the default endpoint, as ${principal.name ?? principal.label}, as things are saved now.`
      }
    >
      {refused !== undefined && (
        <p>
          <StateBadge state="warn">Its requests are refused.</StateBadge> {refused}
        </p>
      )}
      <h3>Scopes</h3>
      <ScopeAdvisor advice={advice} />
      <h3>Offered: {offered.length} tools</h3>
      <ul className={classes['tools']}>
        {offered.map(({ name, title, kind }) => (
          <li key={name} title={title}>
            <ToolName tool={name} effect={kind} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>Not offered: {others.length}</h3>
          <ul className={classes['not-offered-tools']}>
            {others.map(({ name, kind, why }) => (
              <li key={name}>
                <ToolName tool={name} effect={kind} />
                <span className={classes['dim']}>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </FormSection>
  );
}
