import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ClientRecord, SiteRecord } from '../../../src-shared/api/clients.ts';
import { api, client as calls } from '../../api/client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { checkLine } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { EditForm } from '../../components/form/edit-form.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm, type FormWords, type RecordForm } from '../../components/form/use-record-form.ts';
import { Traces } from '../../components/record/traces.tsx';

interface Props {
  readonly client: ClientRecord;
  /** Undefined for a new one. */
  readonly id: number | undefined;
  readonly onClose: () => void;
}

export function SiteDialog({ client, id, onClose }: Props) {
  const title = id === undefined ? `New site of ${client.name}` : `Site ${id} of ${client.name}`;
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {id === undefined ? <NewSite clientId={client.id} onClose={onClose} /> : <SavedSite id={id} />}
    </Dialog>
  );
}

interface SiteValues {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly inactive: boolean;
}

const words: FormWords<SiteValues> = {
  labels: { name: 'Name', address: 'Address', phone: 'Phone', inactive: 'Inactive' },
  checks: {
    name: checkLine(200, 'A site needs a name.'),
    address: checkLine(2000),
    phone: checkLine(100),
  },
};

const empty: SiteValues = { name: '', address: '', phone: '', inactive: false };

function NewSite({ clientId, onClose }: { readonly clientId: number; readonly onClose: () => void }) {
  const form = useRecordForm(words, `client/${clientId}/site/new`, empty);
  return (
    <DialogForm
      form={form}
      verb="Create site"
      send={(values) => calls.sites.create({ ...values, clientId })}
      onDone={onClose}
      onClose={onClose}
    >
      <SiteFields form={form} />
    </DialogForm>
  );
}

function SavedSite({ id }: { readonly id: number }) {
  const { data, error } = useQuery(api.sites.get.queryOptions({ input: { id } }));
  if (error !== null) return <ErrorState error={error} what={`Site ${id} could not be read`} />;
  return data === undefined ? null : <SiteForm site={data} />;
}

function SiteForm({ site }: { readonly site: SiteRecord }) {
  const { id, name, address, phone, inactive } = site;
  const saved = useMemo(() => ({ name, address, phone, inactive }), [name, address, phone, inactive]);
  const queries = useQueryClient();
  const form = useRecordForm(words, `site/${id}`, saved, site.revision);
  return (
    <>
      <EditForm
        form={form}
        revision={site.revision}
        update={async (changes, revision) => {
          const after = await calls.sites.update({ id, revision, changes });
          queries.setQueryData(api.sites.get.queryOptions({ input: { id } }).queryKey, after);
        }}
      >
        <SiteFields form={form} />
      </EditForm>
      <h3>Changes</h3>
      <Traces kind="site" id={id} />
    </>
  );
}

function SiteFields({ form }: { readonly form: RecordForm<SiteValues> }) {
  return (
    <>
      <TextField form={form} name="name" required autoFocus />
      <TextField form={form} name="phone" type="tel" />
      <TextField form={form} name="address" long />
      <FlagField form={form} name="inactive" description="Kept for its history, and offered for nothing new." />
    </>
  );
}
