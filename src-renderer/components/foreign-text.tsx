import { Button } from '@mantine/core';
import { useState } from 'react';

const shownAtFirst = 4_000;

/** Text that somebody else wrote: never interpreted, kept inside its box, and long text only when asked for. */
export function ForeignText({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > shownAtFirst;
  return (
    <div className={className}>
      <div className="foreign" dir="auto">
        {cut ? `${text.slice(0, shownAtFirst)}…` : text}
      </div>
      {cut && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en-GB')} characters
        </Button>
      )}
    </div>
  );
}
