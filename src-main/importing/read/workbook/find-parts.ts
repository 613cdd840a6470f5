import { posix } from 'node:path';
import { fileRefusal } from '../file-refusal.ts';
import { readXml } from './create-xml-reader.ts';
import type { WorkbookPackage } from './open-package.ts';

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Whether days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Where a workbook has its sheets, its texts and its styles. */
export async function findParts(workbook: WorkbookPackage): Promise<WorkbookParts> {
  const root = await readRelations(workbook, '_rels/.rels', '');
  const book = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (!workbook.has(book)) {
    throw fileRefusal('This is a ZIP file, but no workbook (.xlsx). Unpack it and choose the file inside.');
  }
  const folder = posix.dirname(book);
  const relations = await readRelations(workbook, `${folder}/_rels/${posix.basename(book)}.rels`, folder);

  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(workbook.readKept(book), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = relations.get(id ?? '');
      // A chart may be a sheet too.
      if (relation?.type !== 'worksheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', path: relation.path, hidden });
    },
  });
  if (sheets.length === 0) throw fileRefusal('The workbook has no sheet with cells.');

  const pathOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
  return { sheets, sharedStrings: pathOf('sharedStrings'), styles: pathOf('styles'), from1904 };
}

async function readRelations(workbook: WorkbookPackage, path: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readXml(workbook.readKept(path), {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
      relations.set(id, {
        type: (type ?? '').replace(/^.*\//, ''),
        path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}
