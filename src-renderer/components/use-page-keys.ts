import { useHotkeys } from '@mantine/hooks';

/** Single keys and combinations that work wherever the focus is, except where one types text. */
export function usePageKeys(keys: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    keys.map(([key, act]) => [
      key,
      (event) => {
        if (takesText(event.target)) return;
        event.preventDefault();
        act();
      },
      { preventDefault: false },
    ]),
    [],
  );
}

const ticked = ['button', 'checkbox', 'radio', 'reset', 'submit'];

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !ticked.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
