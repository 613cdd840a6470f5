import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ImportMapping } from '../../../src-shared/api/imports.ts';
import type { ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { describeError } from '../../components/describe-error.ts';
import { checkLine } from '../../components/form/checks.ts';
import { DialogForm } from '../../components/form/dialog-form.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { useRecordForm, type FormWords } from '../../components/form/use-record-form.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { kindWords } from './kind-words.ts';
import classes from './import.module.css';

interface Props {
  readonly plan: ImportPlan;
  readonly mappings: readonly ImportMapping[];
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
}

const words: FormWords<Values> = {
  labels: { name: 'Name' },
  checks: { name: checkLine(100, 'A name is needed.') },
};
const fresh: Values = { name: '' };

const readAnew = () => queryClient.invalidateQueries({ queryKey: api.imports.mappings.key() });

/** Saves how a file was read under a name, for the next file of the same kind. */
export function MappingDialog({ plan, mappings, onClose }: Props) {
  const form = useRecordForm(words, 'import-mapping/new', fresh);
  const name = form.values.name.trim();
  const isTaken = mappings.some((mapping) => mapping.name === name);
  const removing = useMutation({
    mutationFn: (id: string) => client.imports.mappings.remove({ id }),
    onSuccess: readAnew,
  });
  return (
    <DialogForm
      form={form}
      verb={isTaken ? 'Replace' : 'Save'}
      send={(values) => client.imports.mappings.save({ name: values.name.trim(), plan })}
      onDone={() => {
        void readAnew();
        onClose();
      }}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="name"
        required
        wide
        autoFocus
        description={
          isTaken
            ? 'There is one of this name already. It is replaced.'
            : 'Keeps what the columns and values become, for the next file that looks like this one.'
        }
      />
      {mappings.length > 0 && (
        <ul className={classes['mappings']} aria-label="Saved mappings">
          {mappings.map((mapping) => (
            <li key={mapping.id}>
              <span className="one-line" title={mapping.name}>
                {mapping.name}
              </span>
              <span className={classes['dim']}>
                {kindWords[mapping.plan.kind].many}, saved <RelativeTime at={mapping.savedAt} />
              </span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Remove the mapping ${mapping.name}`}
                onClick={() => removing.mutate(mapping.id)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {removing.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(removing.error).sentence}
        </div>
      )}
    </DialogForm>
  );
}
