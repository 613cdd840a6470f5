// breaks: workbench/file-name
export const sessionStore = new Map<string, string>();
