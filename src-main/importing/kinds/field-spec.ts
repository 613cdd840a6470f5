import type { MissingChoice } from '../../../src-shared/domain/import-plan.ts';
import type { ImportKind } from '../../../src-shared/domain/import-plan.ts';
import type { LookupName } from '../../db/repositories/import-lookup-repository.ts';

/** How a field's text is read; `entries` is a nested list that becomes a ticket's history. */
export type FieldRead = 'text' | 'when' | 'flag' | 'number' | 'choice' | 'lookup' | 'list' | 'entries';

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly read: FieldRead;
  readonly lookup?: LookupName;
  /** With a lookup: what is done with unknown names, unless the plan says otherwise. */
  readonly missing?: MissingChoice;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** One line: line breaks become blanks. */
  readonly line?: boolean;
  /** Headers that mean this field, in lower case and without anything but letters and digits; the likeliest first. */
  readonly synonyms: readonly string[];
}

export interface KindSpec {
  readonly kind: ImportKind;
  readonly label: string;
  /** Names of files and keys that suggest the kind. */
  readonly hints: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** What other columns may become, such as custom fields; absent where there is no place for them. */
  readonly custom?: string;
}
