/** An outcome as a step offers it. */
export interface WorkflowOffer {
  readonly outcomeId: number;
  /** The key of the step that it leads to; absent when the ticket stays. */
  readonly to?: string | undefined;
}

export interface WorkflowStep {
  /** Tells the steps of one definition apart; a saved step's is its id. */
  readonly key: string;
  /** Absent until it is saved. */
  readonly id?: number | undefined;
  readonly name: string;
  readonly isStart: boolean;
  /** Tickets on it are closed, all others open. */
  readonly isEnd: boolean;
  /** Where reopened tickets go on; the start where no step is marked. */
  readonly isReopening: boolean;
  readonly offers: readonly WorkflowOffer[];
}

/** A workflow as it is edited: as a whole, in a form and in a diagram alike. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly steps: readonly WorkflowStep[];
}

/** What a workflow has to know of an outcome. */
export interface OfferedOutcome {
  readonly id: number;
  readonly name: string;
  readonly inactive: boolean;
  /** Of the status that it sets; absent when it sets none. */
  readonly statusKind?: 'open' | 'closed' | undefined;
}
