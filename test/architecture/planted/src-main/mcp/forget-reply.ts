// breaks: @typescript-eslint/no-floating-promises
export const forgetReply = (reply: Promise<void>): void => {
  reply.then(() => undefined);
};
