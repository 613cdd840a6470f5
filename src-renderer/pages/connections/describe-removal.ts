interface Removal {
  readonly message: string;
  readonly uses: readonly { readonly kind: string; readonly id: string; readonly name?: string | undefined }[];
}

const mostNamed = 5;

/** What deleting a connection does, as sentences. */
export function describeRemoval(name: string, { message, uses }: Removal): string {
  const names = uses.map((use) => `“${use.name ?? use.kind}”`);
  const shown = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const used =
    names.length === 0
      ? ''
      : `It is used by ${shown}${more}, which ${names.length === 1 ? 'fails' : 'fail'} until another connection is chosen there.`;
  return [`“${name}” goes with its key, for good. Conversations that were held with it stay.`, message, used]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
