import type { Principal } from '../access/principal.ts';

export const runAs = (principal: Principal): string => principal.name;
