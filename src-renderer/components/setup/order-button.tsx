import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderedKind } from '../../../src-shared/domain/ticket-setup.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';
import { useUrlState } from '../use-url-state.ts';
import { OrderedRows } from './ordered-rows.tsx';
import classes from './setup.module.css';

interface Props {
  readonly kind: OrderedKind;
  /** What the order is for, as a sentence. */
  readonly about: string;
  /** In their present order. */
  readonly list: readonly { readonly id: number; readonly name: string }[] | undefined;
}

const urlDefaults = { dialog: undefined } as const;

/** Opens the order in which lists show the records of a kind. */
export function OrderButton({ kind, about, list }: Props) {
  const [{ dialog }, setUrl] = useUrlState(urlDefaults);
  const close = (): void => setUrl({ dialog: undefined }, { replace: true });
  return (
    <>
      <Button variant="default" onClick={() => setUrl({ dialog: 'order' })}>
        Change order
      </Button>
      <Modal opened={dialog === 'order'} onClose={close} title="Change order">
        {list !== undefined && <OrderForm kind={kind} about={about} list={list} onClose={close} />}
      </Modal>
    </>
  );
}

function OrderForm({ kind, about, list, onClose }: Required<Props> & { readonly onClose: () => void }) {
  const [ids, setIds] = useState<readonly number[]>();
  const saving = useMutation({
    mutationFn: (wanted: readonly number[]) => client.ticketSetup.order({ kind, ids: [...wanted] }),
    onSuccess: onClose,
  });
  const byId = new Map((list ?? []).map((one) => [one.id, one]));
  // What was added or deleted meanwhile is in the list as well.
  const known = (ids ?? []).filter((id) => byId.has(id));
  const order = [...known, ...[...byId.keys()].filter((id) => !known.includes(id))];
  const rows = order.flatMap((id) => byId.get(id) ?? []);
  return (
    <form
      className={classes['order-form']}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(order);
      }}
    >
      <p className={classes['dim']}>{about}</p>
      <OrderedRows label="In this order" rows={rows} onOrder={setIds} focused />
      {saving.error !== null && (
        <div role="alert" className={classes['error']}>
          {describeError(saving.error).sentence}
        </div>
      )}
      <div className={classes['order-foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={ids === undefined} loading={saving.isPending}>
          Save order
        </Button>
      </div>
    </form>
  );
}
