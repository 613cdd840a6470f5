// breaks: workbench/no-chance
import { randomUUID } from 'node:crypto';

export const newSessionId = (): string => randomUUID();
