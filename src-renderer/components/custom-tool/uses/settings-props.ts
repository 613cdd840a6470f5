import type { CustomToolChoices } from '../../../../src-shared/api/custom-tools.ts';
import type { CustomTool } from '../../../../src-shared/domain/custom-tools.ts';

export interface SettingsProps {
  readonly settings: CustomTool['settings'];
  readonly choices: CustomToolChoices;
  readonly onChange: (settings: CustomTool['settings']) => void;
}
