import { ErrorState } from '../../../components/error-state.tsx';
import { describeError } from '../../../components/describe-error.ts';
import { Grants } from './grants.tsx';
import { SetupForm } from './setup-form.tsx';
import type { EditedSetup } from './use-edited-setup.ts';
import { useSetupChoices } from './use-setup-choices.ts';
import classes from './setup.module.css';

interface Props {
  readonly conversationId: number;
  readonly edited: EditedSetup;
}

/** The set-up of a conversation. It is saved as it is changed. */
export function ConversationSetupForm({ conversationId, edited }: Props) {
  const { choices, error } = useSetupChoices();
  return (
    <>
      {error !== null && <ErrorState error={error} what="What there is to choose from could not be read" />}
      {choices !== undefined && <SetupForm setup={edited.setup} choices={choices} onChange={edited.change} />}
      <p className={classes['note']} role="status">
        {edited.error === null ? 'What you change here holds from the next message on.' : ''}
      </p>
      {edited.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(edited.error).sentence}
        </div>
      )}
      <Grants conversationId={conversationId} />
    </>
  );
}
