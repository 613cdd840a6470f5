import { QueryClient } from '@tanstack/react-query';
import { AppError } from '../../src-shared/errors/app-error.ts';

/** The core's answers. What changes is told by the event stream, so nothing is asked again merely because time passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The core is on this machine: being offline says nothing about it.
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof AppError) && failures < 2,
      retryDelay: 300,
    },
    mutations: { networkMode: 'always' },
  },
});
