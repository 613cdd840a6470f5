import { ActionIcon, CopyButton as MantineCopyButton, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';

/** Copies and confirms in place. `what` completes "Copy …". */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <MantineCopyButton value={text} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : `Copy ${what}`} {...(copied && { opened: true })}>
          <ActionIcon aria-label={copied ? `Copied ${what}` : `Copy ${what}`} onClick={copy}>
            {copied ? <Check size={14} color="var(--state-good)" /> : <Copy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </MantineCopyButton>
  );
}
