import { NumberInput, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { SettingsView } from '../../../src-shared/api/settings.ts';
import { workbenchSettings } from '../../../src-shared/domain/workbench-settings.ts';
import { client } from '../../api/client.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import { findServerProblem, readServers } from './read-servers.ts';
import classes from './settings.module.css';

const labels = {
  publicPort: 'Port of the endpoint',
  idleMinutes: 'Sign out after',
  allowedMcpServers: 'Other MCP servers',
} as const;

/** While one types, a number may be half written: it is kept as text until it is saved. */
export function ProgramSettings({ view }: { readonly view: SettingsView }) {
  const { settings, currentPort, takesEffectAtNextStart } = view;
  const saved = useMemo(
    () => ({
      publicPort: String(settings.publicPort),
      idleMinutes: String(settings.idleMinutes),
      allowedMcpServers: settings.allowedMcpServers.join('\n'),
    }),
    [settings],
  );
  const draft = useDraft('settings', saved);
  const { values, set } = draft;
  const port = useCheckedField(values.publicPort, (text) =>
    fits('publicPort', text) ? undefined : 'A whole number from 1,024 to 65,535.',
  );
  const idle = useCheckedField(values.idleMinutes, (text) =>
    fits('idleMinutes', text) ? undefined : 'A whole number of minutes from 5 to 1,440.',
  );
  const servers = useCheckedField(values.allowedMcpServers, findServerProblem);
  const valid = [port, idle, servers].every(({ problem }) => problem === undefined);
  const saving = useSaving(
    draft,
    ({ allowedMcpServers, ...numbers }) =>
      client.settings.update({
        ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)])),
        ...(allowedMcpServers === undefined ? {} : { allowedMcpServers: [...readServers(allowedMcpServers)] }),
      }),
    { revision: 0, valid },
  );
  return (
    <FormSection title="Program">
      <SettingRow
        label={labels.publicPort}
        htmlFor="public-port"
        explanation={
          <>
            Where clients reach the endpoint on this machine. A new port takes effect at the next start, and clients
            need the new address then. The option <code className="mono">--port</code> overrides it.
            {takesEffectAtNextStart && currentPort !== undefined && (
              <strong className={classes['pending']}>
                {`The endpoint listens on ${currentPort} now, and on ${settings.publicPort} after the next start.`}
              </strong>
            )}
          </>
        }
      >
        <NumberInput
          id="public-port"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={values.publicPort}
          onChange={(value) => set({ publicPort: String(value) })}
          {...port.props}
        />
      </SettingRow>
      <SettingRow
        label={labels.idleMinutes}
        htmlFor="idle-minutes"
        explanation="A browser that was not used for this long has to sign in with a new link. What was typed in it stays."
      >
        <NumberInput
          id="idle-minutes"
          allowDecimal={false}
          allowNegative={false}
          suffix=" minutes"
          hideControls
          value={values.idleMinutes}
          onChange={(value) => set({ idleMinutes: String(value) })}
          {...idle.props}
        />
      </SettingRow>
      <SettingRow
        label={labels.allowedMcpServers}
        htmlFor="allowed-mcp-servers"
        explanation="Which servers beside this workbench the offline model may call when a program asks it to, a host and a port on each line. They receive what the program sends them."
      >
        <Textarea
          id="allowed-mcp-servers"
          w={220}
          autosize
          minRows={2}
          maxRows={8}
          placeholder="tools.example.org:443"
          spellCheck={false}
          value={values.allowedMcpServers}
          onChange={(event) => set({ allowedMcpServers: event.currentTarget.value })}
          {...servers.props}
        />
      </SettingRow>
      <SaveBar draft={draft} saving={saving} labels={labels} valid={valid} />
    </FormSection>
  );
}

function fits(name: 'publicPort' | 'idleMinutes', text: string): boolean {
  return /^\d+$/.test(text) && workbenchSettings.shape[name].safeParse(Number(text)).success;
}
