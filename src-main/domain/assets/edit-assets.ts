import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Changes, RecordEditing } from '../records/edit-records.ts';

const fieldsOfAsset = { table: 'desk_asset_field', parent: 'asset_id', key: 'name' } as const;

export interface AssetChanges {
  readonly columns: Changes;
  /** All the asset's own fields. */
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
}

export function createAssetEditing(records: RecordEditing) {
  const writeFields = (id: number, fields: NonNullable<AssetChanges['fields']>): void => {
    const wanted = new Map(fields.map(({ name, value }) => [name, value]));
    if (wanted.size < fields.length) {
      throw new AppError('invalid_arguments', 'Two fields have the same name. Give each a name of its own.');
    }
    records.replaceValues(fieldsOfAsset, id, wanted);
  };

  return {
    create({ columns, fields = [] }: AssetChanges, at: number): number {
      const id = records.create('asset', { ...columns, createdAt: at });
      writeFields(id, fields);
      return id;
    },

    update(id: number, revision: number, { columns, fields }: AssetChanges): void {
      records.update('asset', id, revision, columns);
      if (fields === undefined) return;
      records.checkChildrenUnchanged({ ...fieldsOfAsset, label: 'The fields of this asset' }, id, revision);
      writeFields(id, fields);
    },
  };
}
