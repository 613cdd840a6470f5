import { useUrlState } from '../use-url-state.ts';

/** What is open about custom tools on a page that has a table of tools, beside the tool whose panel is open. */
const defaults = {
  /** `new`, or `edit:` or `copy:` and a tool's name. */
  custom: undefined,
  tool: undefined,
} as const;

export function useCustomToolUrl() {
  const [{ custom, tool }, set] = useUrlState(defaults);
  const [act = '', name = ''] = (custom ?? '').split(':', 2);
  return {
    /** What the dialog does, and with which tool. */
    act: readAct(act, name),
    name,
    open: (next: string) => set({ custom: next }),
    /** `shown` is the tool to show then: another where it was renamed, none where it was deleted. */
    close: (shown?: { readonly tool: string | undefined }) =>
      set({ custom: undefined, ...(tool !== undefined && shown) }, { replace: true }),
  };
}

function readAct(act: string, name: string): 'new' | 'edit' | 'copy' | undefined {
  if (act === 'new') return act;
  return (act === 'edit' || act === 'copy') && name !== '' ? act : undefined;
}
