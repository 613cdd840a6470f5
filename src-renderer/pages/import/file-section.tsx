import { Button, Select, TextInput } from '@mantine/core';
import type { ImportInspection } from '../../../src-shared/api/imports.ts';
import { FieldGrid } from '../../components/form/field-grid.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { formatBytes } from '../../components/format-bytes.ts';
import { formatNumber } from '../../components/format-number.ts';
import { Properties } from '../../components/record/properties.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { delimiters, encodings, importUrlDefaults, type ChangeImportUrl, type ImportUrl } from './import-url-state.ts';
import { kindChoices } from './kind-words.ts';
import { MappingMenu } from './mapping-menu.tsx';
import { ReadingNote } from './reading-note.tsx';
import { sourceLabel, type PlanForm } from './use-import-plan.ts';
import classes from './import.module.css';

interface Props {
  readonly file: string;
  readonly inspection: ImportInspection;
  readonly form: PlanForm;
  /** Another way to read it is on its way. */
  readonly isStale: boolean;
  readonly url: ImportUrl;
  readonly onChange: ChangeImportUrl;
}

const kinds = { csv: 'Table of text (CSV)', json: 'JSON', jsonl: 'JSON Lines', xlsx: 'Excel (XLSX)' } as const;

/** What the file is and how it is read, as it was found out, and changeable. */
export function FileSection({ file, inspection, form, isStale, url, onChange }: Props) {
  const { name, bytes, format, columns, remarks, recognized } = inspection;
  return (
    <FormSection
      id="file"
      title="File"
      about="What was found out about the file. Change what is wrong."
      actions={
        <div className={classes['actions']}>
          {isStale && <ReadingNote />}
          <MappingMenu file={file} form={form} onChange={onChange} />
          <Button variant="default" onClick={() => onChange(importUrlDefaults)}>
            Choose another file
          </Button>
        </div>
      }
    >
      <Properties
        list={[
          [
            'Name',
            <span key="name" className="foreign">
              {name}
            </span>,
          ],
          ['Size', formatBytes(bytes)],
          ['Format', `${kinds[format.kind]}${format.compression === 'gzip' ? ', compressed with gzip' : ''}`],
          ['Columns', formatNumber(columns.length)],
          ['Recognised as', recognized],
        ]}
      />
      {remarks.length > 0 && (
        <ul className={classes['remarks']}>
          {remarks.map((remark) => (
            <li key={remark}>
              <StateBadge state="warn">Take care.</StateBadge> <span className="foreign">{remark}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={classes['fields']}>
        <FieldGrid>
          <Select
            label="What its rows become"
            description="Another choice guesses the columns anew."
            allowDeselect={false}
            data={kindChoices}
            value={form.plan.kind}
            onChange={(kind) => kind !== null && onChange({ kind, check: undefined }, { replace: true })}
          />
          <SourceField form={form} />
          <FormatFields inspection={inspection} url={url} onChange={onChange} />
        </FieldGrid>
      </div>
    </FormSection>
  );
}

function SourceField({ form }: Pick<Props, 'form'>) {
  const { source } = form.plan;
  const checked = useCheckedField(source, (text) => (text.trim() === '' ? 'A name is needed.' : undefined));
  return (
    <TextInput
      label={sourceLabel}
      description="The system that the file comes from. The same source and id is the same record: a newer file updates it."
      required
      maxLength={100}
      value={source}
      onChange={(event) => form.set({ source: event.currentTarget.value })}
      {...checked.props}
    />
  );
}

function FormatFields({ inspection, url, onChange }: Pick<Props, 'inspection' | 'url' | 'onChange'>) {
  const { format, plan } = inspection;
  // What the rows become was seen and found right, and is not to be guessed anew.
  const change = (what: Partial<ImportUrl>): void =>
    onChange({ kind: plan.kind, ...what, check: undefined }, { replace: true });
  if (format.kind === 'xlsx') {
    return (
      format.sheets.length > 1 && (
        <Select
          label="Sheet"
          allowDeselect={false}
          data={[...new Set(format.sheets)]}
          value={url.sheet ?? format.sheet ?? null}
          onChange={(sheet) => change({ sheet: sheet ?? undefined })}
        />
      )
    );
  }
  return (
    <>
      <Select
        label="Encoding"
        description="How letters beyond English are written. Wrong ones show up in the first rows below."
        allowDeselect={false}
        data={choicesOf(encodings)}
        value={format.encoding}
        onChange={(encoding) => change({ encoding: encoding ?? undefined })}
      />
      {format.kind === 'csv' && (
        <Select
          label="Delimiter"
          description="What stands between two columns."
          allowDeselect={false}
          data={choicesOf(delimiters)}
          value={format.delimiter ?? null}
          onChange={(delimiter) => change({ delimiter: delimiter ?? undefined })}
        />
      )}
    </>
  );
}

function choicesOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
