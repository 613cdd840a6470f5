// breaks: TS2375
export const optionalName = (name: string | undefined): { name?: string } => ({ name });
