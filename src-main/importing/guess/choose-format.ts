import type { FormatChanges } from '../../../src-shared/domain/import-plan.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { FileFormat } from '../read/file-format.ts';

/** The format that was found, with what a person knows better. */
export function chooseFormat(found: FileFormat, changes: FormatChanges = {}): FileFormat {
  const { encoding = found.encoding, delimiter = found.delimiter, sheet = found.sheet } = changes;
  if (sheet !== null && !found.sheets.includes(sheet)) {
    throw new AppError(
      'invalid_arguments',
      `The workbook has no sheet "${sheet}". It has: ${found.sheets.join(', ')}.`,
    );
  }
  return { ...found, encoding, sheet, delimiter: found.kind === 'csv' ? delimiter : null };
}
