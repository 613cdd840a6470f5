// breaks: @typescript-eslint/consistent-type-imports, TS1484
import { Session } from './session.ts';

export const sessionId = (session: Session): string => session.id;
