// breaks: access-types-in-tools
import { anyone } from '../access/principal.ts';

export const runAsAnyone = (): string => anyone.name;
