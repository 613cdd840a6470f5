// breaks: workbench/file-name
export const noop = (): void => undefined;
