// breaks: room-mcp
import { openDoor } from '../http/open-door.ts';

export const mountEndpoint = openDoor;
