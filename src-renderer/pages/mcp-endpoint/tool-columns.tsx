import { Checkbox, Switch } from '@mantine/core';
import type { ToolView } from '../../../src-shared/api/tools.ts';
import { ToolName } from '../../components/calls/tool-name.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { Apart } from '../../components/table/apart.tsx';
import type { Column } from '../../components/table/column.ts';
import { effectOf } from '../../components/tool/effect-of.ts';
import classes from './mcp-endpoint.module.css';

interface Choice {
  readonly selected: ReadonlySet<string>;
  readonly select: (names: readonly string[], isSelected: boolean) => void;
  readonly turn: (names: readonly string[], enabled: boolean) => void;
}

export function createToolColumns({ selected, select, turn }: Choice): readonly Column<ToolView>[] {
  return [
    {
      id: 'select',
      title: 'Select',
      titleHidden: true,
      width: 32,
      always: true,
      cell: ({ name, title }) => (
        <Apart>
          <Checkbox
            aria-label={`Select ${title}`}
            checked={selected.has(name)}
            onChange={(event) => select([name], event.currentTarget.checked)}
          />
        </Apart>
      ),
    },
    {
      id: 'enabled',
      title: 'On',
      width: 56,
      always: true,
      cell: ({ name, title, enabled }) => (
        <Apart>
          <Switch
            size="xs"
            aria-label={`Offer ${title}`}
            checked={enabled}
            onChange={(event) => turn([name], event.currentTarget.checked)}
          />
        </Apart>
      ),
    },
    { id: 'title', title: 'Title', width: 176, always: true, cell: ({ title }) => <span title={title}>{title}</span> },
    {
      id: 'name',
      title: 'Name',
      width: 220,
      cell: (tool) => <ToolName tool={tool.name} effect={effectOf(tool)} />,
    },
    {
      id: 'tokens',
      title: 'Tokens',
      width: 72,
      align: 'right',
      cell: ({ estimatedTokens }) => estimatedTokens.toLocaleString('en-GB'),
    },
    {
      id: 'offered',
      title: 'Offered',
      width: 200,
      grows: 'twice',
      cell: ({ offered, why, custom }) =>
        offered ? (
          <StateBadge state="good">Offered</StateBadge>
        ) : (
          <StateBadge state={custom?.broken === undefined ? 'quiet' : 'bad'}>
            <span className={classes['why']} title={why}>
              {why ?? 'Not offered'}
            </span>
          </StateBadge>
        ),
    },
    { id: 'since', title: 'Since', width: 72, hiddenAtFirst: true, cell: ({ since }) => since },
  ];
}
