/** Records as the choices of a select. */
export function toChoices(list: readonly { readonly id: number; readonly name: string }[] | undefined) {
  return (list ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}
