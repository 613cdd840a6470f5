import { SegmentedControl, Switch, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { FormSection } from '../../components/form/form-section.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import { modifierKey } from '../../components/modifier-key.ts';
import { usePreferences } from '../../components/preferences.ts';

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
];

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { navigationCollapsed, toggleNavigation } = usePreferences();
  return (
    <FormSection title="Appearance" about="Kept in this browser or window alone, and takes effect at once.">
      <SettingRow label="Light or dark" explanation="The colours of every page.">
        <SegmentedControl
          aria-label="Light or dark"
          data={schemes}
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
        />
      </SettingRow>
      <SettingRow
        label="Names of pages"
        htmlFor="names-of-pages"
        explanation={`Beside their icons at the left. ${modifierKey}+B does the same. Windows too narrow for names leave them out.`}
      >
        <Switch id="names-of-pages" checked={!navigationCollapsed} onChange={toggleNavigation} />
      </SettingRow>
    </FormSection>
  );
}
