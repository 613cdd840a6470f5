import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConnectionTestResult, ConnectionTestTarget } from '../../../src-shared/api/connections.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export interface ConnectionTest {
  readonly running: boolean;
  readonly result: ConnectionTestResult | undefined;
  /** What was asked. */
  readonly of: ConnectionTestTarget | undefined;
  readonly error: unknown;
  run(target: ConnectionTestTarget): void;
  cancel(): void;
}

/** Asks a server, once, when somebody wants to. What came of it stays until the next test. */
export function useConnectionTest(): ConnectionTest {
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const test = useMutation({
    mutationFn: async (target: ConnectionTestTarget) => {
      const controller = new AbortController();
      stop.current = controller;
      try {
        return await client.connections.test(target, { signal: controller.signal });
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        throw error;
      }
    },
    onSuccess: (_, target) => {
      if (!('settings' in target)) void queryClient.invalidateQueries({ queryKey: api.connections.key() });
    },
  });
  return {
    running: test.isPending,
    result: test.data,
    of: test.variables,
    error: test.error,
    run: (target) => {
      if (!test.isPending) test.mutate(target);
    },
    cancel: () => stop.current?.abort(),
  };
}
