import { Autocomplete, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { formatNumber } from '../../components/format-number.ts';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { kindWords } from './connection-words.ts';
import type { ConnectionForm } from './use-connection-form.ts';
import classes from './connections.module.css';

/** The model by its name, with the server's own as choices once it was asked for them. */
export function ModelField({ connection }: { readonly connection: ConnectionForm }) {
  const { form, target, keyProblem } = connection;
  const { kind, model } = form.values;
  const checked = useCheckedField(model, () => form.problems.model);
  const listing = useMutation({ mutationFn: () => client.connections.listModels(target) });
  const models = listing.data?.models ?? [];
  return (
    <>
      <div className={classes['with-button']}>
        <Autocomplete
          size="xs"
          className={classes['grows'] ?? ''}
          label={form.labels.model}
          description={kindWords[kind].modelAbout}
          required
          maxLength={200}
          data={models}
          limit={200}
          value={model}
          {...checked.props}
          onChange={(text) => form.draft.set({ model: text })}
        />
        <Button
          variant="default"
          loading={listing.isPending}
          disabled={form.problems.baseUrl !== undefined || keyProblem !== undefined}
          onClick={() => listing.mutate()}
        >
          List models
        </Button>
      </div>
      <div role="status" className={classes['note']}>
        {listing.data !== undefined && describeModels(models.length, kind === 'azure')}
      </div>
      {listing.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(listing.error).sentence}
        </div>
      )}
    </>
  );
}

function describeModels(count: number, isAzure: boolean): string {
  if (count === 0) return 'The server lists no models. Type the name of one.';
  const listed = count === 1 ? 'The server lists one model' : `The server lists ${formatNumber(count)} models`;
  if (isAzure) return `${listed}. Azure names models here, not your deployments, whose names may differ.`;
  return `${listed}: choose one above.`;
}
