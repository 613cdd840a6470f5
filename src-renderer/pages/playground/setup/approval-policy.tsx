import { Radio, Stack } from '@mantine/core';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';

type Policy = ConversationSetup['askBefore'];

interface Props {
  readonly value: Policy;
  readonly onChange: (value: Policy) => void;
}

const policies: readonly { readonly value: Policy; readonly label: string }[] = [
  { value: 'every-call', label: 'Every call' },
  { value: 'changes', label: 'Calls that change something' },
  { value: 'nothing', label: 'Nothing: all calls run at once' },
];

export function ApprovalPolicy({ value, onChange }: Props) {
  return (
    <Radio.Group label="Ask before" size="xs" value={value} onChange={(chosen) => onChange(chosen)}>
      <Stack gap={10} mt={4}>
        {policies.map((policy) => (
          <Radio key={policy.value} size="xs" {...policy} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
