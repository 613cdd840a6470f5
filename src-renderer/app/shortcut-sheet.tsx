import { Kbd, Modal } from '@mantine/core';
import { create } from 'zustand';
import { usePageKeys } from '../components/use-page-keys.ts';
import { modifierKey } from '../components/modifier-key.ts';
import classes from './shortcut-sheet.module.css';

const shortcuts = [
  {
    where: 'Everywhere',
    keys: [
      [[modifierKey, 'K'], 'Search and commands'],
      [[modifierKey, 'B'], 'Show or hide the names of pages'],
      [[modifierKey, 'S'], 'Save what you changed'],
      [['Esc'], 'Close the panel or dialogue'],
      [['?'], 'This list'],
    ],
  },
  {
    where: 'In a list',
    keys: [
      [['/'], 'Search the list'],
      [['N'], 'New record'],
      [['↑', '↓'], 'Move by one row'],
      [['Page up', 'Page down'], 'Move by a screen'],
      [['Home', 'End'], 'First or last row'],
      [['Enter'], 'Open beside the list; once more opens the whole page'],
    ],
  },
  {
    where: 'In the functions of a collection',
    keys: [
      [['Space'], 'Turn the tool on or off'],
      [['U'], 'Undo what was changed of it'],
    ],
  },
  {
    where: 'In the suggestion rules',
    keys: [[['Alt+↑', 'Alt+↓'], 'Move the rule up or down']],
  },
  {
    where: 'In the diagram of a workflow',
    keys: [
      [['Enter'], 'Open the step'],
      [['Delete'], 'Take the step or the line away'],
      [[modifierKey, 'Z'], 'Undo'],
      [[modifierKey, 'Shift', 'Z'], 'Do it again'],
    ],
  },
  {
    where: 'In the playground',
    keys: [
      [['Enter'], 'Send'],
      [['Shift', 'Enter'], 'Begin a new line'],
      [['Esc'], 'Stop the answer'],
      [['A'], 'Approve the focused call'],
      [['D'], 'Deny the focused call'],
    ],
  },
  {
    where: 'On a result',
    keys: [[['V'], 'Switch between readable and raw']],
  },
  {
    where: 'Where a tool is tried',
    keys: [
      [[modifierKey, 'Enter'], 'Run it'],
      [[modifierKey, 'Shift', 'Enter'], 'Preview it'],
    ],
  },
] as const;

const useSheet = create<{ readonly open: boolean }>(() => ({ open: false }));

export function openShortcutSheet(): void {
  useSheet.setState({ open: true });
}

export function ShortcutSheet() {
  const { open } = useSheet();
  usePageKeys([['shift+?', openShortcutSheet]]);
  return (
    <Modal opened={open} onClose={() => useSheet.setState({ open: false })} title="Keyboard shortcuts" size="md">
      {shortcuts.map(({ where, keys }) => (
        <section key={where} className={classes['section']}>
          <h2>{where}</h2>
          <dl>
            {keys.map(([combination, what]) => (
              <div key={what} className={classes['row']}>
                <dt>{what}</dt>
                <dd>
                  {combination.map((key) => (
                    <Kbd key={key} size="xs">
                      {key}
                    </Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
