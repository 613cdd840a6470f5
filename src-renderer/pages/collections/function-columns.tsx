import { ActionIcon, Switch, Tooltip } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { ToolName } from '../../components/calls/tool-name.tsx';
import { formatNumber } from '../../components/format-number.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { Apart } from '../../components/table/apart.tsx';
import type { Column } from '../../components/table/column.ts';
import { effectOf } from '../../components/tool/effect-of.ts';
import { isChanged, type FunctionRow } from './function-rows.ts';
import classes from './collections.module.css';

interface Acts {
  readonly turn: (row: FunctionRow, on: boolean) => void;
  readonly undo: (row: FunctionRow) => void;
}

/** The controls of a row are for the mouse: by keyboard the table itself turns and undoes. */
export function createFunctionColumns({ turn, undo }: Acts): readonly Column<FunctionRow>[] {
  return [
    {
      id: 'on',
      title: 'On',
      width: 52,
      always: true,
      cell: (row) => (
        <Apart>
          <Switch
            size="xs"
            tabIndex={-1}
            aria-label={`Offer ${row.tool.title}`}
            checked={row.on}
            onChange={(event) => turn(row, event.currentTarget.checked)}
          />
        </Apart>
      ),
    },
    {
      id: 'title',
      title: 'Function',
      width: 168,
      grows: 'once',
      always: true,
      cell: (row) => (
        <span title={row.tool.title}>
          {isChanged(row) && <span className={classes['changed']} aria-hidden />}
          {row.tool.title}
        </span>
      ),
    },
    {
      id: 'name',
      title: 'Name',
      width: 214,
      grows: 'once',
      cell: ({ tool }) => <ToolName tool={tool.name} effect={effectOf(tool)} />,
    },
    { id: 'list', title: 'Halo’s list', width: 104, cell: (row) => <Membership row={row} /> },
    { id: 'tokens', title: 'Tokens', width: 72, align: 'right', cell: ({ tokens }) => formatNumber(tokens) },
    {
      id: 'source',
      title: 'Source',
      width: 84,
      hiddenAtFirst: true,
      cell: ({ tool }) => (tool.source === 'custom' ? 'Custom' : 'System'),
    },
    { id: 'since', title: 'Since', width: 72, hiddenAtFirst: true, cell: ({ tool }) => tool.since },
    {
      id: 'unsaved',
      title: 'Unsaved',
      width: 128,
      always: true,
      cell: (row) => isChanged(row) && <Unsaved row={row} onUndo={() => undo(row)} />,
    },
  ];
}

function Unsaved({ row, onUndo }: { readonly row: FunctionRow; readonly onUndo: () => void }) {
  return (
    <span className={classes['unsaved']}>
      <StateBadge state="info">{describeChange(row)}</StateBadge>
      <Apart>
        <Tooltip label="Undo (U)">
          <ActionIcon size="sm" tabIndex={-1} aria-label={`Undo ${row.tool.title}`} onClick={onUndo}>
            <Undo2 size={14} />
          </ActionIcon>
        </Tooltip>
      </Apart>
    </span>
  );
}

function Membership({ row: { tool, isLater, on } }: { readonly row: FunctionRow }) {
  const broken = tool.custom?.broken;
  if (broken !== undefined) {
    return (
      <span title={broken}>
        <StateBadge state="bad">Broken</StateBadge>
      </span>
    );
  }
  if (isLater) {
    return (
      <span title={`It came with ${tool.since}, and the collection imitates an earlier release.`}>
        <StateBadge state={on ? 'warn' : 'quiet'}>Since {tool.since}</StateBadge>
      </span>
    );
  }
  if (tool.source === 'custom') return 'Custom';
  if (tool.included) return null;
  return (
    <span className={classes['dim']} title="Halo’s guide does not list it for this type. Turn it on by itself.">
      Not in list
    </span>
  );
}

function describeChange({ on, wasOn, isRedescribed }: FunctionRow): string {
  if (on === wasOn) return 'Text';
  const turned = on ? 'Turned on' : 'Turned off';
  return isRedescribed ? `${on ? 'On' : 'Off'} and text` : turned;
}
