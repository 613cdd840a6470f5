import { useMemo, useState } from 'react';
import type { ConnectionTestTarget, ConnectionView } from '../../../src-shared/api/connections.ts';
import { useRecordForm, type RecordForm } from '../../components/form/use-record-form.ts';
import { originOf } from '../../../src-shared/domain/connection-settings.ts';
import { type ConnectionValues, emptyConnection, toSettings, wordsFor } from './connection-words.ts';

export interface ConnectionForm {
  readonly form: RecordForm<ConnectionValues>;
  readonly stored: ConnectionView | undefined;
  /** What was typed as the key. It is kept nowhere else. */
  readonly key: string;
  setKey(key: string): void;
  forgetKey(): void;
  /** What was typed goes once it is stored. */
  keySaved(): void;
  /** What is wrong with the key, as a sentence. */
  readonly keyProblem: string | undefined;
  readonly valid: boolean;
  /** The key to send with a change: `null` forgets the stored one. */
  readonly keyChange: string | null | undefined;
  /** What a test or a list of models asks: the connection as it is in the form. */
  readonly target: ConnectionTestTarget;
}

/** The form of a connection, of a new one without any. */
export function useConnectionForm(stored: ConnectionView | undefined): ConnectionForm {
  const [text, setText] = useState('');
  const saved = useMemo(() => (stored === undefined ? emptyConnection : valuesOf(stored)), [stored]);
  const name = `connection/${stored?.id ?? 'new'}`;
  // The words follow the kind, which a draft may have changed.
  const first = useRecordForm(wordsFor(saved.kind), name, saved, stored?.revision ?? 0);
  const words = wordsFor(first.values.kind);
  const form = { ...first, ...words };
  const { draft, values } = form;
  // Discarding the draft takes the key back as well.
  const key = values.key === 'replace' ? text : '';
  const keyProblem = findKeyProblem(values, key, stored);
  const newKey = key.trim();
  const keyChange = values.key === 'forget' ? null : newKey === '' ? undefined : newKey;
  const unchanged = stored !== undefined && draft.changed.length === 0;
  return {
    ...{ form, stored, key, keyProblem, keyChange },
    setKey(typed) {
      setText(typed);
      draft.set({ key: typed.trim() === '' ? 'keep' : 'replace' });
    },
    forgetKey() {
      setText('');
      draft.set({ key: 'forget' });
    },
    keySaved: () => setText(''),
    valid: form.valid && keyProblem === undefined,
    target: unchanged
      ? { id: stored.id }
      : {
          settings: toSettings(values),
          ...(stored !== undefined && values.key !== 'forget' && { id: stored.id }),
          ...(newKey !== '' && { key: newKey }),
        },
  };
}

function findKeyProblem(values: ConnectionValues, key: string, stored: ConnectionView | undefined): string | undefined {
  const text = key.trim();
  if (text !== '' && !/^[\x21-\x7e]+$/.test(text)) return 'A key has letters, digits and signs, and no spaces.';
  if (values.key === 'replace' && text === '') return 'What you typed as the key is not kept: enter it again.';
  if (values.kind !== 'compatible' && stored === undefined && text === '') return 'A key is needed.';
  const isKept = stored !== undefined && stored.key.state !== 'none' && values.key === 'keep' && text === '';
  const origin = originOf(values.baseUrl);
  if (isKept && origin !== undefined && origin !== originOf(stored.baseUrl)) {
    return `The stored key is for ${originOf(stored.baseUrl)}. Enter the key of this server, or forget the stored one.`;
  }
  return undefined;
}

function valuesOf({ name, kind, baseUrl, model, organization, project }: ConnectionView): ConnectionValues {
  return { name, kind: kind === 'offline' ? 'compatible' : kind, baseUrl, model, organization, project, key: 'keep' };
}
