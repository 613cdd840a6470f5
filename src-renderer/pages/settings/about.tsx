import { Kbd } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { modifierKey } from '../../components/modifier-key.ts';
import { Properties } from '../../components/record/properties.tsx';

export function About() {
  const { data } = useQuery(api.workbench.status.queryOptions());
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  return (
    <FormSection title="About">
      <Properties
        list={[
          ['Halo MCP Workbench', data && `Version ${data.version}`],
          ['Licence', 'MIT'],
          ['Data folder', data && <span className="mono">{data.folder}</span>],
          [
            'Shortcuts',
            <span key="shortcuts">
              <Kbd size="xs">?</Kbd> lists them on every page, <Kbd size="xs">{`${modifierKey} K`}</Kbd> searches
            </span>,
          ],
          ['Connections', connections(settings?.settings.allowedMcpServers)],
        ]}
      />
    </FormSection>
  );
}

function connections(allowed: readonly string[] | undefined): string | undefined {
  if (allowed === undefined) return undefined;
  if (allowed.length === 0) return 'Nothing leaves this machine.';
  return `Nothing leaves this machine, except what programs send to ${allowed.join(', ')} through the offline model.`;
}
