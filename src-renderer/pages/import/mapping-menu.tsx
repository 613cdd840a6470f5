import { Button, Menu, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ImportMapping } from '../../../src-shared/api/imports.ts';
import { api } from '../../api/client.ts';
import { useDrafts } from '../../components/form/drafts.ts';
import type { ChangeImportUrl } from './import-url-state.ts';
import { MappingDialog } from './mapping-dialog.tsx';
import { planDraftKey, toSentPlan, type PlanForm } from './use-import-plan.ts';

interface Props {
  readonly file: string;
  readonly form: PlanForm;
  readonly onChange: ChangeImportUrl;
}

/** Saved mappings: taking one for this file, saving this one, and going back to the guess. */
export function MappingMenu({ file, form, onChange }: Props) {
  const [dialog, setDialog] = useState(false);
  const { data } = useQuery(api.imports.mappings.list.queryOptions());
  const take = ({ plan }: ImportMapping): void => {
    const { kind, format, columns, source, only = [] } = plan;
    useDrafts.getState().put(planDraftKey(file, kind, format), { revision: 0, changes: { columns, source, only } });
    const { encoding, delimiter, sheet } = format ?? {};
    onChange({ kind, encoding, delimiter, sheet, check: undefined }, { replace: true });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
            Mapping
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog(true)}>Save or remove mappings…</Menu.Item>
          <Menu.Item disabled={!form.changed} onClick={form.discard}>
            Back to the guess
          </Menu.Item>
          {data !== undefined && data.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>Take a saved one</Menu.Label>
              {data.map((mapping) => (
                <Menu.Item key={mapping.id} onClick={() => take(mapping)}>
                  <span className="one-line">{mapping.name}</span>
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={dialog} onClose={() => setDialog(false)} title="Mappings">
        <MappingDialog plan={toSentPlan(form.plan)} mappings={data ?? []} onClose={() => setDialog(false)} />
      </Modal>
    </>
  );
}
