import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SuggestionRuleView } from '../../../src-shared/api/suggestions.ts';
import { describeError } from '../../components/describe-error.ts';
import { deleteRule } from './use-rules.ts';
import classes from './rules.module.css';

export function DeleteRule({ rule: { id, name } }: { readonly rule: SuggestionRuleView }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const deleting = useMutation({
    mutationFn: () => deleteRule(id),
    onSuccess: () => void navigate('/suggestion-rules', { replace: true }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Delete this rule?">
        <p className={classes['asked']}>
          <span className="foreign">“{name}”</span> goes, and what it suggested and nobody decided on goes with it. What
          was applied stays. To keep the rule without its suggestions, make it inactive.
        </p>
        {deleting.error !== null && (
          <p role="alert" className={classes['failed']}>
            {describeError(deleting.error).sentence}
          </p>
        )}
        <div className={classes['asked-foot']}>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete rule
          </Button>
        </div>
      </Modal>
    </>
  );
}
