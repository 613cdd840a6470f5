import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { Count } from '../../components/count.tsx';
import { PageHeader } from '../../components/page-header.tsx';

interface Props {
  readonly count: number | undefined;
  readonly onNew: () => void;
  readonly onTry: () => void;
  readonly onPaste: () => void;
  readonly onCopy: () => void;
}

export function SynonymsHeader({ count, onNew, onTry, onPaste, onCopy }: Props) {
  return (
    <PageHeader
      title="Search synonyms"
      about="Words that mean the same: a search for one also finds the others."
      actions={
        <>
          <Count of={count} one="group" many="groups" />
          <Button variant="default" onClick={onTry}>
            Try a search
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
                Paste or copy
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onPaste}>Paste groups…</Menu.Item>
              <Menu.Item onClick={onCopy}>Copy groups…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button onClick={onNew} title="N">
            New group
          </Button>
        </>
      }
    />
  );
}
