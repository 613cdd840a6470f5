import { crc32, deflateRawSync } from 'node:zlib';

interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the package says the part's size is, where that is a lie. */
  readonly declared?: number;
}

/** A ZIP file of these parts. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    local.push(header, packed);
    at += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

export interface WorkbookContent {
  /** The XML of each sheet's rows, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  /** The texts that cells refer to, each as XML. */
  readonly texts?: readonly string[];
  /** Codes of number formats; a cell's style `s` is the place in this list, counted from 1. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  readonly change?: (parts: readonly ZipPart[]) => readonly ZipPart[];
}

export function makeWorkbook({
  sheets,
  hidden = [],
  texts = [],
  formats = [],
  from1904,
  change,
}: WorkbookContent): Buffer {
  const names = Object.keys(sheets);
  const type = (name: string) => `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}"`;
  const relations = (list: string) => `<?xml version="1.0"?><Relationships>${list}</Relationships>`;
  const sheetList = names.map((name, index) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${state}/>`;
  });
  const custom = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const parts: ZipPart[] = [
    {
      name: '_rels/.rels',
      content: relations(`<Relationship Id="a" ${type('officeDocument')} Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheetList.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        names
          .map((_, index) => `<Relationship Id="r${index}" ${type('worksheet')} Target="worksheets/s${index}.xml"/>`)
          .join('') +
          `<Relationship Id="t" ${type('sharedStrings')} Target="/xl/sharedStrings.xml"/>` +
          `<Relationship Id="s" ${type('styles')} Target="styles.xml"/>`,
      ),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/s${index}.xml`,
      content: `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    })),
  ];
  return makeZip(change?.(parts) ?? parts);
}
