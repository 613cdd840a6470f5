import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from 'react-router';
import { usePreferences } from '../components/preferences.ts';
import { openShortcutSheet } from './shortcut-sheet.tsx';

export interface Command {
  readonly title: string;
  /** Further words under which it is found. */
  readonly words?: string;
  run(): void;
}

/** What the command palette can do beside going to pages and records. */
export function useCommands(): readonly Command[] {
  const { setColorScheme } = useMantineColorScheme();
  const toggleNavigation = usePreferences((preferences) => preferences.toggleNavigation);
  const navigate = useNavigate();
  const goTo = (path: string) => () => void navigate(path);
  return [
    { title: 'New conversation', words: 'playground chat ask model create', run: goTo('/playground') },
    { title: 'New ticket', words: 'log create', run: goTo('/tickets?new=ticket') },
    { title: 'New article', words: 'create knowledge', run: goTo('/knowledge?new=article') },
    { title: 'New user', words: 'create requester', run: goTo('/users?new=user') },
    { title: 'New client', words: 'create customer', run: goTo('/clients?new=client') },
    { title: 'New agent', words: 'create technician', run: goTo('/agents?new=agent') },
    { title: 'New team', words: 'create group', run: goTo('/teams?new=team') },
    { title: 'New asset', words: 'create equipment', run: goTo('/assets?new=asset') },
    { title: 'Log time', words: 'timesheet hours', run: goTo('/time?new=time') },
    { title: 'New workflow', words: 'create steps diagram', run: goTo('/workflows?new=workflow') },
    { title: 'New action', words: 'create outcome button', run: goTo('/actions?new=outcome') },
    { title: 'New type of ticket', words: 'create request', run: goTo('/ticket-types?new=ticket_type') },
    { title: 'New status', words: 'create', run: goTo('/statuses?new=status') },
    { title: 'New priority', words: 'create', run: goTo('/priorities?new=priority') },
    { title: 'New SLA', words: 'create targets', run: goTo('/slas?new=sla') },
    { title: 'New working calendar', words: 'create hours holidays', run: goTo('/calendars?new=calendar') },
    { title: 'New template', words: 'create', run: goTo('/templates?new=template') },
    { title: 'New custom field', words: 'create', run: goTo('/custom-fields?new=field') },
    { title: 'New category', words: 'create', run: goTo('/categories?new=category') },
    { title: 'New application or key', words: 'create access client', run: goTo('/applications?new=application') },
    { title: 'New tool collection', words: 'mcp endpoint create functions', run: goTo('/collections?new=collection') },
    {
      title: 'New AI connection',
      words: 'openai azure model key create',
      run: goTo('/connections?new=connection'),
    },
    { title: 'New AI ability', words: 'prompt create', run: goTo('/abilities/new') },
    { title: 'New custom tool', words: 'create CF_ function endpoint', run: goTo('/mcp-endpoint?custom=new#tools') },
    { title: 'Turn the MCP endpoint on or off', words: 'enable disable switch', run: goTo('/mcp-endpoint#switch') },
    { title: 'Choose the tools of the endpoint', words: 'include all functions', run: goTo('/mcp-endpoint#tools') },
    {
      title: 'Sample request and client set-up',
      words: 'snippets claude code cursor curl',
      run: goTo('/mcp-endpoint#connect'),
    },
    {
      title: 'Version profile and mode',
      words: 'release strict compatible framing',
      run: goTo('/mcp-endpoint#behaviour'),
    },
    { title: 'New suggestion rule', words: 'matches similar tickets create', run: goTo('/suggestion-rules/new') },
    { title: 'New group of synonyms', words: 'search words create', run: goTo('/synonyms?open=new') },
    { title: 'Paste groups of synonyms', words: 'search words import text', run: goTo('/synonyms?dialog=paste') },
    { title: 'Calls that failed', words: 'activity errors', run: goTo('/activity?outcome=failed') },
    { title: 'Reset the desk', words: 'demo empty data', run: goTo('/data') },
    { title: 'Use the light theme', words: 'appearance', run: () => setColorScheme('light') },
    { title: 'Use the dark theme', words: 'appearance', run: () => setColorScheme('dark') },
    { title: 'Use the theme of the system', words: 'appearance', run: () => setColorScheme('auto') },
    { title: 'Show or hide the names of pages', words: 'navigation', run: toggleNavigation },
    { title: 'Keyboard shortcuts', words: 'help keys', run: openShortcutSheet },
  ];
}
