import { Button } from '@mantine/core';
import { EmptyState } from '../../components/empty-state.tsx';
import { toLine, type Group } from './group-line.ts';
import classes from './synonyms.module.css';

interface Props {
  readonly onAdd: (group: Group) => void;
  readonly onNew: () => void;
  readonly onPaste: () => void;
}

const examples: readonly { readonly group: Group; readonly why: string }[] = [
  { group: ['laptop', 'notebook', 'portable computer'], why: 'Three names for one thing.' },
  { group: ['VPN', 'remote access'], why: 'Users say what it does, agents what it is called.' },
  { group: ['MFA', 'two-factor', 'authenticator'], why: 'An abbreviation, and how others say it.' },
];

/** Says what synonyms do, with examples that can be taken as they are. */
export function SynonymsEmpty({ onAdd, onNew, onPaste }: Props) {
  return (
    <EmptyState
      title="No synonyms yet"
      action={
        <>
          <ul className={classes['examples']} aria-label="Examples">
            {examples.map(({ group, why }) => (
              <li key={toLine(group)}>
                <div>
                  <strong>{toLine(group)}</strong>
                  <div className={classes['dim']}>{why}</div>
                </div>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Add the example ${toLine(group)}`}
                  onClick={() => onAdd(group)}
                >
                  Add
                </Button>
              </li>
            ))}
          </ul>
          <div className={classes['empty-actions']}>
            <Button onClick={onNew} title="N">
              New group
            </Button>
            <Button variant="default" onClick={onPaste}>
              Paste a list
            </Button>
          </div>
        </>
      }
    >
      People call the same thing by different names. Put the names into a group: a search for one of them then also
      finds what is written with another, on these pages and in the tools of AI clients. What has the very word comes
      first.
    </EmptyState>
  );
}
