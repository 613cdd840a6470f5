// breaks: @typescript-eslint/no-explicit-any
export type AnyArguments = Record<string, any>;
