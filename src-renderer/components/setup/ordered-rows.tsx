import { ActionIcon, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './setup.module.css';

interface OrderedRow {
  readonly id: number;
  readonly name: string;
  /** What there is to set for it in this list. */
  readonly control?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly rows: readonly OrderedRow[];
  /** All ids, in their new order. */
  readonly onOrder: (ids: number[]) => void;
  readonly onRemove?: (id: number) => void;
  /** In a dialog that begins with it. */
  readonly focused?: true;
}

/** A short list whose order somebody decides, by buttons that keep the focus when their row moves. */
export function OrderedRows({ label, rows, onOrder, onRemove, focused }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string>(undefined);
  useEffect(() => {
    if (moved.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = undefined;
  }, [rows]);

  const move = (index: number, by: -1 | 1): void => {
    const ids = rows.map(({ id }) => id);
    const [id] = ids.splice(index, 1);
    if (id === undefined || index + by < 0 || index + by > ids.length) return;
    ids.splice(index + by, 0, id);
    moved.current = `${id} ${by}`;
    onOrder(ids);
  };

  return (
    <ol ref={list} className={classes['ordered']} aria-label={label}>
      {rows.map(({ id, name, control }, index) => (
        <li key={id}>
          <span className={classes['place']}>{index + 1}</span>
          <span className={`one-line ${classes['ordered-name']}`} title={name}>
            {name}
          </span>
          {control}
          <MoveButton name={name} id={id} by={-1} isAtEnd={index === 0} onMove={() => move(index, -1)} />
          <MoveButton
            name={name}
            id={id}
            by={1}
            isAtEnd={index === rows.length - 1}
            onMove={() => move(index, 1)}
            focused={focused === true && index === 0}
          />
          {onRemove !== undefined && (
            <Tooltip label="Take away">
              <ActionIcon size="sm" aria-label={`Take ${name} away`} onClick={() => onRemove(id)}>
                <X size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MoveProps {
  readonly name: string;
  readonly id: number;
  readonly by: -1 | 1;
  /** The button stays, so that the focus does. */
  readonly isAtEnd: boolean;
  readonly onMove: () => void;
  readonly focused?: boolean;
}

function MoveButton({ name, id, by, isAtEnd, onMove, focused = false }: MoveProps) {
  const Arrow = by < 0 ? ArrowUp : ArrowDown;
  return (
    <ActionIcon
      size="sm"
      aria-label={`Move ${name} ${by < 0 ? 'up' : 'down'}`}
      aria-disabled={isAtEnd}
      data-move={`${id} ${by}`}
      {...(focused && { 'data-autofocus': true })}
      onClick={onMove}
      className={classes['move'] ?? ''}
    >
      <Arrow size={14} />
    </ActionIcon>
  );
}
