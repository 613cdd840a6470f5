import { importKinds, type FormatChanges, type ImportKind } from '../../../src-shared/domain/import-plan.ts';
import type { UrlState } from '../../components/use-url-state.ts';

export const importUrlDefaults = {
  /** The file that is prepared, by the id that its upload got. */
  file: undefined,
  kind: undefined,
  encoding: undefined,
  delimiter: undefined,
  sheet: undefined,
  /** The check of the whole file that is shown. */
  check: undefined,
} as const;

export type ImportUrl = UrlState<typeof importUrlDefaults>;
export type ChangeImportUrl = (change: Partial<ImportUrl>, how?: { readonly replace?: boolean }) => void;

export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little endian',
  'utf-16be': 'UTF-16, big endian',
  'windows-1252': 'Windows-1252 (Western European)',
} as const;

export const delimiters = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' } as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address says of the file and how to read it; what makes no sense in it is left out. */
export function readImportUrl(url: ImportUrl) {
  const { file, kind, encoding, delimiter, sheet } = url;
  const format: FormatChanges = {
    ...(isKey(encodings, encoding) && { encoding }),
    ...(isKey(delimiters, delimiter) && { delimiter }),
    ...(sheet !== undefined && sheet.length <= 200 && { sheet }),
  };
  return {
    file: file !== undefined && uuid.test(file) ? file : undefined,
    kind: isKind(kind) ? kind : undefined,
    format: Object.keys(format).length > 0 ? format : undefined,
  };
}

function isKind(kind: string | undefined): kind is ImportKind {
  return (importKinds as readonly (string | undefined)[]).includes(kind);
}

function isKey<Names extends object>(names: Names, name: string | undefined): name is keyof Names & string {
  return name !== undefined && Object.hasOwn(names, name);
}
