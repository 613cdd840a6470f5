export const rankText = (text: string): number => text.length;
