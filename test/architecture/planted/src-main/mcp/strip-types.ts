// breaks: n/no-unsupported-features/node-builtins
import { stripTypeScriptTypes } from 'node:module';

export const strip = stripTypeScriptTypes;
