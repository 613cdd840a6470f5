import { useMediaQuery } from '@mantine/hooks';
import { usePlaygroundPreferences } from './playground-preferences.ts';
import { usePlaygroundUrl } from './use-playground-url.ts';

/** Windows that are wider have room for the set-up beside a conversation. */
const roomy = '(min-width: 1400px)';

/** What stands beside a conversation. */
export function usePanel() {
  const [url] = usePlaygroundUrl();
  const wide = useMediaQuery(roomy, window.matchMedia(roomy).matches);
  const setupOpen = usePlaygroundPreferences((preferences) => preferences.setupOpen) ?? wide;
  const panel = url.raw !== undefined ? 'raw' : setupOpen ? 'setup' : 'none';
  return {
    panel,
    showSetup: (open: boolean) => usePlaygroundPreferences.setState({ setupOpen: open }),
  } as const;
}
