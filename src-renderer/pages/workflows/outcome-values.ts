import type { OutcomeAudience } from './describe-audience.ts';

/** An action as its form has it. */
export interface OutcomeValues {
  readonly name: string;
  readonly label: string;
  readonly audience: OutcomeAudience;
  readonly quick: boolean;
  readonly always: boolean;
  readonly private: boolean;
  readonly note: string;
  readonly noteRequired: boolean;
  readonly fields: { readonly id: number; readonly required: boolean }[];
  readonly statusId: number | null;
  readonly priorityId: number | null;
  readonly teamId: number | null;
  readonly assigns: 'keep' | 'self' | 'agent';
  readonly agentId: number | null;
  readonly minutes: number;
  readonly typeIds: number[];
  readonly inactive: boolean;
}
