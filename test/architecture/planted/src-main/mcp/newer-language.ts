// breaks: TS2550, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call
export const { promise, resolve } = Promise.withResolvers<void>();
