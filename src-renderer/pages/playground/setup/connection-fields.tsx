import { Autocomplete, Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ConnectionView } from '../../../../src-shared/api/connections.ts';
import { offlineConnectionId, type ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { client } from '../../../api/client.ts';
import { describeError } from '../../../components/describe-error.ts';
import type { ChangeSetup } from './change-setup.ts';
import classes from './setup.module.css';

interface Props {
  readonly setup: ConversationSetup;
  readonly connections: readonly ConnectionView[];
  readonly onChange: ChangeSetup;
}

/** Which model answers. */
export function ConnectionFields({ setup: { connectionId, model }, connections, onChange }: Props) {
  const chosen = connections.find(({ id }) => id === connectionId);
  const listing = useMutation({ mutationFn: (id: string) => client.connections.listModels({ id }) });
  const isOffline = connectionId === offlineConnectionId;
  return (
    <>
      <Select
        label="Connection"
        allowDeselect={false}
        searchable={connections.length > 8}
        data={connections.map(({ id, name, kind }) => ({
          value: id,
          label: kind === 'offline' ? `${name} (rule-based)` : name,
        }))}
        value={connectionId}
        error={chosen === undefined && 'This connection is gone. Choose another one.'}
        description={
          isOffline ? (
            <>
              It follows rules and understands simple requests in English. For a language model, add one of your{' '}
              <Link to="/connections">AI connections</Link>.
            </>
          ) : undefined
        }
        onChange={(id) => {
          if (id === null) return;
          listing.reset();
          // The built-in model is part of the workbench, and any other has models of its own.
          onChange({ connectionId: id, model: '', reach: { by: 'own-address' } });
        }}
      />
      {!isOffline && chosen !== undefined && (
        <div className={classes['model']}>
          <Autocomplete
            size="xs"
            label="Model"
            maxLength={200}
            placeholder={chosen.model}
            data={listing.data?.models ?? []}
            value={model}
            error={listing.error !== null && describeError(listing.error).sentence}
            onChange={(text) => onChange({ model: text.trim() })}
          />
          <Button variant="default" loading={listing.isPending} onClick={() => listing.mutate(connectionId)}>
            List models
          </Button>
        </div>
      )}
    </>
  );
}
