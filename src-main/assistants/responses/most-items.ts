/** Items of one conversation that a model is asked with: some 3,000 turns with a call each. */
export const mostItems = 10_000;
