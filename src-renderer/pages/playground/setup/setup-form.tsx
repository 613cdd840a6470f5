import { Select, Textarea } from '@mantine/core';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { longestInstructions } from '../../../../src-shared/domain/conversations.ts';
import { PrincipalPicker } from '../../../components/form/principal-picker.tsx';
import { ApprovalPolicy } from './approval-policy.tsx';
import type { ChangeSetup } from './change-setup.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { Offered } from './offered.tsx';
import { Sampling } from './sampling.tsx';
import { ToolLoop } from './tool-loop.tsx';
import { findLabel, useActingAs } from './use-acting-as.ts';
import type { SetupChoices } from './create-setup-choices.ts';
import classes from './setup.module.css';

interface Props {
  readonly setup: ConversationSetup;
  readonly choices: SetupChoices;
  readonly onChange: ChangeSetup;
}

export function SetupForm({ setup, choices, onChange }: Props) {
  const person = useActingAs(setup.as);
  const actAs = async (email: string | undefined): Promise<void> => {
    const label = email === undefined ? choices.administrator : await findLabel(email);
    if (label !== undefined) onChange({ as: label });
  };
  return (
    <div className={classes['form']}>
      <ConnectionFields setup={setup} connections={choices.connections} onChange={onChange} />
      <Select
        label="Tools of"
        allowDeselect={false}
        searchable={choices.endpoints.length > 8}
        data={choices.endpoints}
        value={setup.endpointId}
        onChange={(endpointId) => endpointId !== null && onChange({ endpointId })}
      />
      <PrincipalPicker
        label="Act as"
        value={setup.as === choices.administrator ? undefined : (person?.email ?? setup.as)}
        onChange={(email) => void actAs(email)}
      />
      <Offered endpointId={setup.endpointId} as={setup.as} />
      <Textarea
        label="Instructions"
        placeholder="None. The tools describe themselves."
        description="What the model is told before everything else."
        minRows={2}
        maxRows={10}
        maxLength={longestInstructions}
        value={setup.instructions}
        onChange={(event) => onChange({ instructions: event.currentTarget.value })}
      />
      <ApprovalPolicy value={setup.askBefore} onChange={(askBefore) => onChange({ askBefore })} />
      <ToolLoop setup={setup} connections={choices.connections} onChange={onChange} />
      <Sampling setup={setup} onChange={onChange} />
    </div>
  );
}
