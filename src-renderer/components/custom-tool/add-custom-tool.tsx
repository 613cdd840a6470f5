import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { CustomToolDialog } from './custom-tool-dialog.tsx';
import { useCustomToolUrl } from './custom-tool-url.ts';

interface Props {
  /** `default` or the id of a collection. */
  readonly endpoint: string;
}

/** Stands once on a page with a table of tools: the button, and the dialogs about custom tools. */
export function AddCustomTool({ endpoint }: Props) {
  const { open } = useCustomToolUrl();
  return (
    <>
      <Button variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => open('new')}>
        Add a custom tool
      </Button>
      <CustomToolDialog endpoint={endpoint} />
    </>
  );
}
