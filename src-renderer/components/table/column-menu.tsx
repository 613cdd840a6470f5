import { memo } from 'react';
import { ActionIcon, Menu } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { usePreferences } from '../preferences.ts';
import type { Column } from './column.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';
import classes from './data-table.module.css';

interface Props<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
}

function PlainMenu<Row>({ table, columns }: Props<Row>) {
  const setTable = usePreferences((preferences) => preferences.setTable);
  const hidden = useHiddenColumns(table, columns);
  const optional = columns.filter(({ always }) => always !== true);
  const toggle = (id: string): void =>
    setTable(table, { hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id] });
  if (optional.length === 0) return null;
  return (
    <div className={classes['menu']}>
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <ActionIcon aria-label="Columns" title="Columns" size="sm">
            <Columns3 size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {optional.map(({ id, title }) => (
            <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={() => toggle(id)}>
              {title}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setTable(table, { hidden: undefined, widths: {} })}>
            Back to the usual columns
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

export const ColumnMenu = memo(PlainMenu) as typeof PlainMenu;
