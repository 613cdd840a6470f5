import { openDoor } from './http/open-door.ts';

export const composeCore = openDoor;
