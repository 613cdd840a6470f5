import { readXml } from './create-xml-reader.ts';

/** How a number is shown: as a date, with zeros in front up to a width, or as the number it is. */
export type NumberStyle = 'date' | 'plain' | { readonly digits: number };

/** Ids of date and time formats that no workbook spells out; 27 to 36 and 50 to 58 are those of East Asian versions. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);

/** The number styles of a workbook, in the order in which cells refer to them. */
export async function readStyles(chunks: AsyncIterable<Buffer>): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = codes.get(id);
      styles.push(code === undefined ? (isBuiltInDate(id) ? 'date' : 'plain') : styleOf(code));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function styleOf(code: string): NumberStyle {
  if (/^0{2,20}$/.test(code)) return { digits: code.length };
  // Hours and minutes in brackets count on past a day: an amount of time, not a date.
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'plain';
  const shown = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[ymdhs]/i.test(shown) ? 'date' : 'plain';
}
