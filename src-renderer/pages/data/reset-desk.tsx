import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { resetWord } from '../../../src-shared/api/desk.ts';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { ResetEffects } from './reset-effects.tsx';
import { ResetProgress } from './reset-progress.tsx';
import { startReset, useReset, type NewDesk } from './reset-state.ts';
import classes from './data.module.css';

const defaults = { to: 'demo' } as const;

export function ResetDesk({ counts }: { readonly counts: WorkbenchStatus['counts'] }) {
  const { reset } = useReset();
  return (
    <FormSection title="Reset the desk" about="Replaces everything on the service desk. This cannot be undone.">
      {reset.kind !== 'none' && <ResetProgress reset={reset} />}
      {(reset.kind === 'none' || reset.kind === 'failed') && <ResetForm counts={counts} />}
    </FormSection>
  );
}

function ResetForm({ counts }: { readonly counts: WorkbenchStatus['counts'] }) {
  const [url, setUrl] = useUrlState(defaults);
  const [typed, setTyped] = useState('');
  const to: NewDesk = url.to === 'empty' ? 'empty' : 'demo';
  const confirmed = typed.trim().toLowerCase() === resetWord;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!confirmed) return;
        void startReset(to, typed);
      }}
    >
      <Radio.Group label="Replace it with" value={to} onChange={(value) => setUrl({ to: value }, { replace: true })}>
        <div className={classes['choices']}>
          <Radio
            size="sm"
            value="demo"
            label="The demo desk"
            description="Some 2,000 tickets over 18 months, with the users, agents, articles and assets around them."
          />
          <Radio
            size="sm"
            value="empty"
            label="An empty desk"
            description="One administrator, one team, one client with a site and a user, and the types, statuses and priorities of tickets."
          />
        </div>
      </Radio.Group>
      <ResetEffects counts={counts} />
      <TextInput
        mt={8}
        w={320}
        maw="100%"
        label={`Type the word “${resetWord}” to confirm`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" color="red" disabled={!confirmed}>
          {to === 'demo' ? 'Replace with the demo desk' : 'Replace with an empty desk'}
        </Button>
      </div>
    </form>
  );
}
