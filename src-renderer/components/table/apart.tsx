import type { ReactNode } from 'react';

/** A control inside a row that opens on a click: its own clicks stay its own. */
export function Apart({ children }: { readonly children: ReactNode }) {
  return <span onClick={(event) => event.stopPropagation()}>{children}</span>;
}
