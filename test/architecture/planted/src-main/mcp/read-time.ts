// breaks: workbench/no-clock
export const readTime = (): number => Date.now();
