// breaks: workbench/file-name
export const splitFrame = (frame: string): string[] => frame.split('\n');
