import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorState } from '../error-state.tsx';
import { CopyToolForm } from './copy-tool-form.tsx';
import { CustomToolForm } from './custom-tool-form.tsx';
import { useCustomToolUrl } from './custom-tool-url.ts';

const titles = { new: 'New custom tool', edit: 'Edit', copy: 'Copy' } as const;

/** The dialog that the page's address asks for. */
export function CustomToolDialog({ endpoint }: { readonly endpoint: string }) {
  const { act, name, close } = useCustomToolUrl();
  const title = act === undefined || act === 'new' ? titles.new : `${titles[act]} ${name}`;
  return (
    <Modal
      opened={act !== undefined}
      onClose={() => close()}
      title={title}
      size={act === 'copy' ? 'md' : 1040}
      yOffset={act === 'copy' ? '12vh' : '5vh'}
    >
      {act === 'new' && (
        <CustomToolForm endpoint={endpoint} onDone={(tool) => close({ tool })} onClose={() => close()} />
      )}
      {act === 'edit' && <EditedTool key={name} endpoint={endpoint} name={name} />}
      {act === 'copy' && <CopyToolForm key={name} endpoint={endpoint} name={name} onClose={() => close()} />}
    </Modal>
  );
}

function EditedTool({ endpoint, name }: { readonly endpoint: string; readonly name: string }) {
  const { close } = useCustomToolUrl();
  const isDefault = endpoint === 'default';
  const standard = useQuery({ ...api.endpoint.get.queryOptions(), enabled: isDefault });
  const collection = useQuery({
    ...api.collections.get.queryOptions({ input: { collection: endpoint } }),
    enabled: !isDefault,
  });
  const { data, error } = isDefault ? standard : collection;
  if (error !== null) return <ErrorState error={error} what={`The tool ${name} could not be read`} />;
  if (data === undefined) return null;
  const tool = data.settings.customTools.find((each) => each.name === name);
  if (tool === undefined) return <p>There is no custom tool {name} here: it was renamed or deleted.</p>;
  return (
    <CustomToolForm
      endpoint={endpoint}
      stored={tool}
      onDone={(next) => close({ tool: next })}
      onClose={() => close()}
    />
  );
}
