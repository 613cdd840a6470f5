import type { PrincipalView } from '../../../src-shared/api/call-view.ts';

/** A principal by name, or by its label where the record is gone. */
export function Who({ who }: { readonly who: PrincipalView }) {
  return <span title={describe(who)}>{who.name ?? who.label}</span>;
}

function describe({ kind, name, email, label }: PrincipalView): string {
  if (name === undefined) return `${label}: the record is gone`;
  return [kind, name, email].filter((part) => part !== undefined).join(', ');
}
