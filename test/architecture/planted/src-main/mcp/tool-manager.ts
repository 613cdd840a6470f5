// breaks: workbench/file-name
export const toolManager = new Set<string>();
