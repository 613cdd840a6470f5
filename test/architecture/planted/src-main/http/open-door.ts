export const openDoor = (): string => 'open';
