/** Who finds and reads an article. */
export const audienceLabels = { everyone: 'Everyone', agents: 'Agents only' } as const;
