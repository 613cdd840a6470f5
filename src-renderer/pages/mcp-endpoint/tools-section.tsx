import { Button, Checkbox, SegmentedControl, Switch } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { EndpointProposal, EndpointView } from '../../../src-shared/api/endpoint.ts';
import type { ToolView } from '../../../src-shared/api/tools.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { Count } from '../../components/count.tsx';
import { AddCustomTool } from '../../components/custom-tool/add-custom-tool.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { PrincipalPicker } from '../../components/form/principal-picker.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { describePreview } from './describe-preview.ts';
import type { ChangeUrl, EndpointUrl } from './endpoint-url-state.ts';
import { ListingCost } from './listing-cost.tsx';
import { createToolColumns } from './tool-columns.tsx';
import classes from './mcp-endpoint.module.css';

interface Props {
  readonly endpoint: EndpointView;
  readonly url: EndpointUrl;
  readonly onChange: ChangeUrl;
}

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Write' },
  { value: 'custom', label: 'Custom' },
];

const rowHeight = 34;
const mostRowsAtOnce = 24;

export function ToolsSection({ endpoint, url, onChange }: Props) {
  const { as, search, kind, tool: open } = url;
  const { data: tools, error } = useQuery(
    api.tools.list.queryOptions({ input: { as }, placeholderData: keepPreviousData }),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const guard = useGuardedChange();
  const { includeAllSystemTools } = endpoint.settings;
  const shown = useMemo(() => tools?.filter((tool) => fits(tool, search, kind)), [tools, search, kind]);

  const change = (verb: string, proposal: EndpointProposal, make: () => Promise<{ message: string }>): void =>
    guard.begin({
      verb,
      warn: () => warnOf(proposal),
      make: async () => (await make()).message,
    });
  const turn = (names: readonly string[], enabled: boolean): void =>
    change(enabled ? 'Turn on' : 'Turn off', { choose: { names: [...names], enabled } }, () =>
      client.tools.choose({ names: [...names], enabled }),
    );
  const includeAll = (all: boolean): void =>
    change(all ? 'Include all' : 'Pick one by one', { includeAllSystemTools: all }, () =>
      all ? client.tools.enableAll() : client.tools.pickOneByOne(),
    );
  const select = (names: readonly string[], isSelected: boolean): void => {
    const next = new Set(selected);
    for (const name of names) {
      if (isSelected) next.add(name);
      else next.delete(name);
    }
    setSelected(next);
  };
  const shownNames = shown?.map(({ name }) => name) ?? [];
  const chosen = shownNames.filter((name) => selected.has(name));
  const columns = createToolColumns({ selected, select, turn });

  return (
    <FormSection
      id="tools"
      title="Tools"
      about="What clients are offered. A change acts at once, and connected clients are told of it."
      actions={
        <div className={classes['seen-as']}>
          <PrincipalPicker
            label="Seen as"
            value={as}
            onChange={(email) => onChange({ as: email }, { replace: true })}
          />
        </div>
      }
    >
      <Switch
        label="Include all system tools"
        description="Offers every system tool for which the person’s role and scopes suffice. Off: only those turned on here. Custom tools are chosen in the table either way."
        checked={includeAllSystemTools}
        onChange={(event) => includeAll(event.currentTarget.checked)}
      />
      <ListingCost as={as} />
      <ChangeNotice guard={guard} />
      <div className={classes['tool-bar']}>
        <SearchField
          label="Search tools"
          value={search}
          width={220}
          onChange={(text) => onChange({ search: text }, { replace: true })}
        />
        <SegmentedControl
          aria-label="Kind of tool"
          data={kinds}
          value={kind}
          onChange={(value) => onChange({ kind: value }, { replace: true })}
        />
        <Checkbox
          label="Select all shown"
          checked={chosen.length > 0 && chosen.length === shownNames.length}
          indeterminate={chosen.length > 0 && chosen.length < shownNames.length}
          onChange={(event) => select(shownNames, event.currentTarget.checked)}
        />
        {chosen.length > 0 && (
          <>
            <Button variant="default" onClick={() => turn(chosen, true)}>
              Turn on {chosen.length}
            </Button>
            <Button variant="default" onClick={() => turn(chosen, false)}>
              Turn off {chosen.length}
            </Button>
          </>
        )}
        <span className={classes['grow']} />
        <Count of={shown?.length} one="tool" many="tools" />
        <AddCustomTool endpoint="default" />
      </div>
      <div
        className={classes['tool-table']}
        style={{ height: rowHeight * (Math.min(mostRowsAtOnce, Math.max(4, shown?.length ?? 21)) + 1) + 18 }}
      >
        <DataTable
          name="tools"
          label="Tools"
          columns={columns}
          rows={rowsOf(shown, error ?? undefined)}
          keyOf={({ name }) => name}
          openKey={open}
          onOpen={({ name }) => onChange({ tool: name }, { replace: open !== undefined })}
          empty={<EmptyState title="No tool fits">Search for another name, or show all kinds.</EmptyState>}
        />
      </div>
    </FormSection>
  );
}

function fits({ name, title, description, kind: its, custom }: ToolView, search: string, kind: string): boolean {
  if (kind === 'custom' ? custom === undefined : kind !== 'all' && its !== kind) return false;
  const words = search.trim().toLowerCase();
  return words === '' || [name, title, description].some((text) => text.toLowerCase().includes(words));
}

/** Only taking something away is asked about; what clients gain they are simply told of. */
async function warnOf(change: EndpointProposal): Promise<string | undefined> {
  const preview = await client.endpoint.preview({ change });
  const { affected, shutOut, loseTools } = preview;
  return shutOut > 0 || (affected > 0 && loseTools.length > 0) ? describePreview(preview) : undefined;
}
