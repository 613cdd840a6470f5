import { Modal } from '@mantine/core';
import { CopyDialog } from './copy-dialog.tsx';
import type { GroupEdits } from './group-edits.ts';
import type { GroupRow } from './group-rows.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { takeGroups } from './read-groups.ts';

interface Props {
  readonly dialog: string | undefined;
  readonly rows: readonly GroupRow[];
  readonly edits: GroupEdits;
  readonly onEdit: (edits: GroupEdits) => void;
  readonly onClose: () => void;
}

export function SynonymsDialogs({ dialog, rows, edits, onEdit, onClose }: Props) {
  return (
    <>
      <Modal opened={dialog === 'paste'} onClose={onClose} title="Paste groups" size="lg">
        <PasteDialog
          rows={rows}
          onTake={(groups, deleteOthers) => {
            onEdit(takeGroups(edits, groups, deleteOthers));
            onClose();
          }}
          onClose={onClose}
        />
      </Modal>
      <Modal opened={dialog === 'copy'} onClose={onClose} title="Copy groups" size="lg">
        <CopyDialog rows={rows} />
      </Modal>
    </>
  );
}
