// breaks: room-harness
import { openDoor } from '../http/open-door.ts';

export const openReport = openDoor;
