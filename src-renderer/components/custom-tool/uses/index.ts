import type { ComponentType } from 'react';
import {
  aiAbilitySettings,
  type CustomTool,
  logTicketSettings,
  specificActionSettings,
} from '../../../../src-shared/domain/custom-tools.ts';
import { AiAbilityForm } from './ai-ability-form.tsx';
import { LogTicketForm } from './log-ticket-form.tsx';
import type { SettingsProps } from './settings-props.ts';
import { SpecificActionForm } from './specific-action-form.tsx';

interface UseForm {
  readonly Form: ComponentType<SettingsProps>;
  readonly isComplete: (settings: CustomTool['settings']) => boolean;
  /** What a tool of this use begins with. */
  readonly fresh: CustomTool['settings'];
}

/** Uses whose settings have a form of their own; every other is drawn from the schema of its settings. */
export const formsOfUses: Readonly<Record<string, UseForm>> = {
  ai_ability: {
    Form: AiAbilityForm,
    isComplete: (settings) => aiAbilitySettings.safeParse(settings).success,
    fresh: {},
  },
  log_ticket: {
    Form: LogTicketForm,
    isComplete: (settings) => logTicketSettings.safeParse(settings).success,
    fresh: { of: 'template', parameters: 'fields' },
  },
  specific_action: {
    Form: SpecificActionForm,
    isComplete: (settings) => specificActionSettings.safeParse(settings).success,
    fresh: {},
  },
};

export function isComplete({ use, settings }: CustomTool): boolean {
  return formsOfUses[use]?.isComplete(settings) ?? true;
}
