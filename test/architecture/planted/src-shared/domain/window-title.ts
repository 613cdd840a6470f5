// breaks: TS2584, @typescript-eslint/no-unsafe-member-access
export const windowTitle: unknown = document.title;
