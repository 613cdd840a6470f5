import { MantineProvider, useComputedColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { followEvents } from '../api/live-events.ts';
import { queryClient } from '../api/query-client.ts';
import { backgrounds, resolveVariables, theme } from '../theme/theme.ts';
import { readStyleNonce } from './style-nonce.ts';
import { router } from './router.tsx';

export function App() {
  // Once drawn, the page asks for what it shows: the desktop app starts its core at the first question.
  useEffect(() => void followEvents(), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={readStyleNonce}
    >
      <ThemeColor />
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Tells the desktop app's window what to open with the next time, before its page is drawn. */
function ThemeColor() {
  return <meta name="theme-color" content={backgrounds[useComputedColorScheme('light')]} />;
}
