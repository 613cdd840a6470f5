import { Button, CloseButton } from '@mantine/core';
import { Columns2 } from 'lucide-react';
import { mostComparedSetups, type ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import classes from './setup.module.css';

interface Props {
  readonly setups: readonly ConversationSetup[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

/** Which of several set-ups is edited; with several of them, a message goes to all, side by side. */
export function SetupTabs({ setups, chosen, onChoose, onAdd, onRemove }: Props) {
  return (
    <div className={classes['tabs']} role="group" aria-label="Set-ups side by side">
      {setups.length > 1 &&
        setups.map((_, index) => (
          <span key={index} className={classes['tab']}>
            <Button
              variant={index === chosen ? 'light' : 'default'}
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              Set-up {index + 1}
            </Button>
            {index === chosen && (
              <CloseButton size="sm" aria-label={`Remove set-up ${index + 1}`} onClick={() => onRemove(index)} />
            )}
          </span>
        ))}
      {setups.length < mostComparedSetups && (
        <Button
          variant="subtle"
          leftSection={<Columns2 size={14} aria-hidden />}
          title="The same message goes to both, and the answers stand side by side"
          onClick={onAdd}
        >
          {setups.length === 1 ? 'Compare with another set-up' : 'Add'}
        </Button>
      )}
    </div>
  );
}
