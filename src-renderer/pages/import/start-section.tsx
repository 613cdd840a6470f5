import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { readNumber } from '../../components/read-number.ts';
import { CheckResult } from './check-result.tsx';
import type { ChangeImportUrl, ImportUrl } from './import-url-state.ts';
import { toSentPlan, type PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly file: string;
  readonly form: PlanForm;
  /** Fields that something must fill first. */
  readonly lacking: readonly string[];
  readonly isStale: boolean;
  readonly url: ImportUrl;
  readonly onChange: ChangeImportUrl;
}

/** Reads the whole file without changing anything, or imports it. */
export function StartSection({ file, form, lacking, isStale, url, onChange }: Props) {
  const navigate = useNavigate();
  const check = readNumber(url.check);
  const plan = toSentPlan(form.plan);
  const starting = useMutation({
    mutationFn: (dryRun: boolean) => client.imports.start({ file, plan, dryRun }),
    onSuccess: ({ id }, dryRun) => {
      if (dryRun) return onChange({ check: String(id) }, { replace: true });
      form.discard();
      // The file goes with its import, so there is nothing to come back to.
      void navigate(`/import/${id}`, { replace: true });
    },
  });
  const ready = lacking.length === 0 && !isStale && !starting.isPending;
  return (
    <FormSection
      id="start"
      title="Check and import"
      about="A check reads the whole file against the desk and changes nothing. An import can be cancelled while it runs, and taken back afterwards."
    >
      <div className={classes['actions']}>
        <Button
          variant="default"
          disabled={!ready}
          loading={starting.isPending && starting.variables}
          onClick={() => starting.mutate(true)}
        >
          Check the whole file
        </Button>
        <Button
          disabled={!ready}
          loading={starting.isPending && !starting.variables}
          onClick={() => starting.mutate(false)}
        >
          Import
        </Button>
        {lacking.length > 0 && <span className={classes['dim']}>Still needed: {lacking.join(', ')}.</span>}
      </div>
      {starting.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(starting.error).sentence}
        </div>
      )}
      {check !== undefined && (
        <CheckResult
          key={check}
          id={check}
          plan={plan}
          onDismiss={() => onChange({ check: undefined }, { replace: true })}
        />
      )}
    </FormSection>
  );
}
