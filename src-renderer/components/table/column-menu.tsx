import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Check, Columns3 } from 'lucide-react';
import { usePreferences } from '../preferences.ts';
import type { Column } from './column.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';
import classes from './data-table.module.css';

interface Props<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
}

export function ColumnMenu<Row>({ table, columns }: Props<Row>) {
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
          <Tooltip label="Columns">
            <ActionIcon aria-label="Columns" size="sm">
              <Columns3 size={14} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {optional.map(({ id, title }) => (
            <Menu.Item
              key={id}
              role="menuitemcheckbox"
              aria-checked={!hidden.includes(id)}
              leftSection={hidden.includes(id) ? <span className={classes['no-check']} /> : <Check size={14} />}
              onClick={() => toggle(id)}
            >
              {title}
            </Menu.Item>
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
