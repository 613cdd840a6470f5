import type { ImportField } from '../../../src-shared/api/imports.ts';
import type { ImportKind } from '../../../src-shared/domain/import-plan.ts';
import { kinds } from './index.ts';

/** The fields of a kind as a page shows them. */
export function describeFields(kind: ImportKind): ImportField[] {
  return kinds[kind].fields.map(
    ({ name, label, help = '', read, lookup, missing, choices = [], required = false }) => ({
      ...{ name, label, help, read, required, choices: [...choices] },
      ...(lookup !== undefined && { lookup }),
      ...(missing !== undefined && { missing }),
    }),
  );
}
