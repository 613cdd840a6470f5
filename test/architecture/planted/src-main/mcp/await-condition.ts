// breaks: @typescript-eslint/no-misused-promises, TS2801
export const awaitCondition = (ready: Promise<boolean>): string => {
  if (ready) return 'ready';
  return 'waiting';
};
