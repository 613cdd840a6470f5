// breaks: room-http, entry-on-top
import { composeCore } from '../compose.ts';

export const restartCore = composeCore;
