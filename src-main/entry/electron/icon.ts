import { fileURLToPath } from 'node:url';
import { findResource } from '../../find-resource.ts';

/** Pixels on each side. */
export const iconPath = (size: 16 | 32 | 256): string => fileURLToPath(findResource(`icons/icon-${size}.png`));
