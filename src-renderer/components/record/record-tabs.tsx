import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import { useUrlState } from '../use-url-state.ts';
import { Traces } from './traces.tsx';

export interface RecordTab {
  /** In the address. */
  readonly value: string;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

interface Props {
  readonly kind: RecordKind;
  readonly id: number;
  readonly tabs: readonly RecordTab[];
}

const defaults = { tab: undefined } as const;

/** The faces of a record; the last one is always what changed it. */
export function RecordTabs({ kind, id, tabs }: Props) {
  const [{ tab }, setUrl] = useUrlState(defaults);
  const all = [...tabs, { value: 'changes', title: 'Changes', content: <Traces kind={kind} id={id} /> }];
  const first = all[0]?.value;
  const shown = all.find(({ value }) => value === tab)?.value ?? first ?? null;
  return (
    <Tabs
      value={shown}
      onChange={(value) => setUrl({ tab: value === first ? undefined : (value ?? undefined) }, { replace: true })}
    >
      <Tabs.List mb="md">
        {all.map(({ value, title }) => (
          <Tabs.Tab key={value} value={value}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
