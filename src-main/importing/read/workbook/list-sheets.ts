import { findParts } from './find-parts.ts';
import { openPackage } from './open-package.ts';

/** A workbook's sheets, and the first that is not hidden. */
export async function listSheets(path: string): Promise<{ sheets: readonly string[]; shown: string }> {
  const workbook = await openPackage(path);
  try {
    const { sheets } = await findParts(workbook);
    const shown = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    return { sheets: sheets.map(({ name }) => name), shown: shown?.name ?? '' };
  } finally {
    workbook.close();
  }
}
