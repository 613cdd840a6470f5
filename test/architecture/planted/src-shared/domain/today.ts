// breaks: workbench/no-clock
export const today = (): string => new Date().toISOString();
