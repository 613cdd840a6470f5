import type { Database } from 'better-sqlite3';

export interface ConfigurationRow {
  readonly objectId: string;
  readonly version: number;
  readonly body: string;
  readonly at: number;
  readonly by: string;
}

/** One save of an object; `body` is null where it was deleted. */
export interface VersionRow {
  readonly version: number;
  readonly body: string | null;
  readonly at: number;
  readonly by: string;
}

const mostVersions = 200;

/** Versioned configuration documents: every save appends, nothing is overwritten. */
export function createConfigurationRepository(connection: Database) {
  const list = connection.prepare<[string], ConfigurationRow>(`
    SELECT o.object_id AS objectId, o.version, v.body, v.at, v.by
    FROM conf_object o JOIN conf_version v ON v.version = o.version WHERE o.kind = ? AND v.body IS NOT NULL`);
  const versions = connection.prepare<[string, string, number], VersionRow>(
    'SELECT version, body, at, by FROM conf_version WHERE kind = ? AND object_id = ? ORDER BY version DESC LIMIT ?',
  );
  const slugs = connection.prepare<[string], { objectId: string; slug: string }>(`
    SELECT object_id AS objectId, json_extract(body, '$.slug') AS slug FROM conf_version
    WHERE kind = ? AND json_extract(body, '$.slug') IS NOT NULL GROUP BY object_id, slug ORDER BY max(version)`);
  const mentioning = connection.prepare<[string], Pick<ConfigurationRow, 'objectId' | 'body'> & { kind: string }>(`
    SELECT o.kind, o.object_id AS objectId, v.body FROM conf_object o JOIN conf_version v ON v.version = o.version
    WHERE instr(v.body, ?) > 0 ORDER BY o.kind, o.object_id`);
  const append = connection.prepare<[string, string, string | null, number, string]>(
    'INSERT INTO conf_version (kind, object_id, body, at, by) VALUES (?, ?, ?, ?, ?)',
  );
  const point = connection.prepare<[string, string, number]>(`
    INSERT INTO conf_object (kind, object_id, version) VALUES (?, ?, ?)
    ON CONFLICT (kind, object_id) DO UPDATE SET version = excluded.version`);
  const latest = connection.prepare<[], { version: number | null }>('SELECT max(version) AS version FROM conf_version');

  return {
    list: (kind: string): ConfigurationRow[] => list.all(kind),
    latestVersion: (): number => latest.get()?.version ?? 0,
    /** The latest first. */
    listVersions: (kind: string, objectId: string): VersionRow[] => versions.all(kind, objectId, mostVersions),
    /** Every slug that any object of the kind has or had; who took one last comes last. */
    listSlugs: (kind: string) => slugs.all(kind),
    /** Objects of any kind in whose present document the text, such as the id of another one, stands. */
    listMentioning: (text: string) => mentioning.all(text),
    /** Without a body the object is gone from then on. */
    save(kind: string, objectId: string, body: string | null, at: number, by: string): number {
      const version = Number(append.run(kind, objectId, body, at, by).lastInsertRowid);
      point.run(kind, objectId, version);
      return version;
    },
  };
}
