import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { inSentence } from '../in-sentence.ts';
import type { RecordNouns } from './desk-kind.ts';
import type { DeskList } from './use-desk-list.ts';

interface Props {
  readonly list: Pick<DeskList, 'isFiltered' | 'clear'>;
  readonly of: RecordNouns;
  /** What belongs here. */
  readonly children: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
}

/** What stands in a list without rows: nothing fits, or there is nothing yet. */
export function DeskListEmpty({ list, of, children, action }: Props) {
  const many = inSentence(of.many);
  if (list.isFiltered) {
    return (
      <EmptyState
        title={`No ${inSentence(of.one)} fits`}
        action={
          <Button variant="default" onClick={list.clear}>
            Show all {many}
          </Button>
        }
      >
        Loosen the filters above, or search for other words.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No ${many} yet`} action={action}>
      {children}
    </EmptyState>
  );
}
