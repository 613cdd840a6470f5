import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findNameTrouble, longestCustomToolName } from '../../../src-shared/domain/custom-tools.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { api, client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';
import { useCheckedField } from '../form/use-checked-field.ts';
import classes from './custom-tool.module.css';

interface Props {
  readonly endpoint: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Puts the same tool on another endpoint, or on this one under another name. */
export function CopyToolForm({ endpoint, name, onClose }: Props) {
  const collections = useQuery(api.collections.list.queryOptions());
  const [to, setTo] = useState<string | null>(null);
  const [as, setAs] = useState(name);
  const checked = useCheckedField(as, findNameTrouble);
  const copying = useMutation({
    mutationFn: (target: string) => client.customTools.copy({ endpoint, name, to: target, as }),
  });
  const isHere = (id: string): boolean => id === endpoint || (endpoint === 'default' && id === defaultEndpointId);
  const targets = [
    { value: defaultEndpointId, label: 'Default endpoint' },
    ...(collections.data ?? []).map(({ id, settings }) => ({ value: id, label: settings.name })),
  ].map((target) => (isHere(target.value) ? { ...target, label: `${target.label} (this one)` } : target));
  const ready = to !== null && checked.problem === undefined && !copying.isPending;
  return (
    <form
      className={classes['fields']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) copying.mutate(to);
      }}
    >
      <Select
        label="Endpoint"
        required
        data-autofocus
        searchable
        placeholder="Choose"
        allowDeselect={false}
        data={targets}
        value={to}
        onChange={setTo}
      />
      <TextInput
        label="Name there"
        required
        classNames={{ input: 'mono' }}
        spellCheck={false}
        maxLength={longestCustomToolName}
        value={as}
        onChange={(event) => setAs(event.currentTarget.value)}
        {...checked.props}
      />
      {copying.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(copying.error).sentence}
        </div>
      )}
      <div role="status" className={classes['done']}>
        {copying.data?.message}
      </div>
      <div className={classes['foot']}>
        <span className={classes['grow']} />
        <Button variant="default" onClick={onClose}>
          {copying.isSuccess ? 'Close' : 'Cancel'}
        </Button>
        <Button type="submit" disabled={!ready} loading={copying.isPending}>
          Copy
        </Button>
      </div>
    </form>
  );
}
