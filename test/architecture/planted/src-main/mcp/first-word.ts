// breaks: TS2322
export const firstWord = (words: string[]): string => words[0];
