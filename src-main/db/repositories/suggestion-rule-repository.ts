import type { SuggestionRule } from '../../../src-shared/domain/suggestion-rules.ts';
import type { NumberedRule } from '../../domain/suggestions/evaluate-rules.ts';
import type { Connection } from './connection.ts';

type Flag = 'closedOnly' | 'autoApply' | 'inactive';
type StoredRule = Omit<NumberedRule, Flag | 'typeIds'> &
  Readonly<Record<Flag, 0 | 1>> & {
    /** A JSON array. */
    readonly typeIds: string;
  };

/** Rules for suggestions. Methods that write are called inside a change set. */
export function createSuggestionRuleRepository(connection: Connection) {
  const list = connection.prepare<[], StoredRule>(`
    SELECT id, name, proposes, minimum_score AS minimumScore, minimum_matches AS minimumMatches,
      minimum_percent AS minimumPercent, closed_only AS closedOnly, last_days AS lastDays, auto_apply AS autoApply,
      inactive, (SELECT json_group_array(type_id) FROM desk_suggestion_rule_type WHERE rule_id = r.id) AS typeIds
    FROM desk_suggestion_rule r ORDER BY sequence, id`);
  const insert = connection.prepare(`
    INSERT INTO desk_suggestion_rule (name, sequence, proposes, minimum_score, minimum_matches, minimum_percent,
      closed_only, last_days, auto_apply, inactive)
    SELECT :name, coalesce(max(sequence), 0) + 1, :proposes, :minimumScore, :minimumMatches, :minimumPercent,
      :closedOnly, :lastDays, :autoApply, :inactive FROM desk_suggestion_rule`);
  const update = connection.prepare(`
    UPDATE desk_suggestion_rule SET name = :name, proposes = :proposes, minimum_score = :minimumScore,
      minimum_matches = :minimumMatches, minimum_percent = :minimumPercent, closed_only = :closedOnly,
      last_days = :lastDays, auto_apply = :autoApply, inactive = :inactive WHERE id = +:id`);
  const changed = connection.prepare<[number, number]>(`
    SELECT 1 FROM trace_change WHERE table_name = 'desk_suggestion_rule' AND row_id = +? AND id > +?
      AND EXISTS (SELECT 1 FROM json_each(after) WHERE key <> 'sequence') LIMIT 1`);
  const typesChanged = connection.prepare<[number, number]>(`
    SELECT 1 FROM trace_change WHERE id > +? AND table_name = 'desk_suggestion_rule_type'
      AND +? IN (json_extract(after, '$.rule_id'), json_extract(before, '$.rule_id')) LIMIT 1`);
  const place = connection.prepare('UPDATE desk_suggestion_rule SET sequence = ? WHERE id = +? AND sequence <> +?');
  const addType = connection.prepare('INSERT INTO desk_suggestion_rule_type (rule_id, type_id) VALUES (?, ?)');
  const removeType = connection.prepare(
    'DELETE FROM desk_suggestion_rule_type WHERE rule_id = ? AND type_id NOT IN (SELECT value FROM json_each(?))',
  );
  const removal = [
    connection.prepare(`UPDATE desk_suggestion SET state = 'expired', decided_at = :at, decided_by = :by
      WHERE rule_id = +:id AND state = 'open'`),
    connection.prepare('UPDATE desk_suggestion SET rule_id = NULL WHERE rule_id = +:id'),
    connection.prepare('DELETE FROM desk_suggestion_rule_type WHERE rule_id = +:id'),
    connection.prepare('DELETE FROM desk_suggestion_rule WHERE id = +:id'),
  ];

  const listRules = (): NumberedRule[] =>
    list.all().map(({ typeIds, closedOnly, autoApply, inactive, ...rule }) => ({
      ...rule,
      typeIds: JSON.parse(typeIds) as SuggestionRule['typeIds'],
      closedOnly: closedOnly === 1,
      autoApply: autoApply === 1,
      inactive: inactive === 1,
    }));

  return {
    /** In their order. */
    list: listRules,

    /** Whether anything but its place was changed after the revision. */
    isChangedSince: (id: number, revision: number): boolean =>
      changed.get(id, revision) !== undefined || typesChanged.get(revision, id) !== undefined,

    save(id: number | undefined, { typeIds, ...rule }: SuggestionRule): number {
      const flags = {
        closedOnly: Number(rule.closedOnly),
        autoApply: Number(rule.autoApply),
        inactive: Number(rule.inactive),
      };
      const row = { ...rule, ...flags };
      const saved = id ?? Number(insert.run(row).lastInsertRowid);
      if (id !== undefined) update.run({ ...row, id });
      const had = listRules().find((each) => each.id === saved)?.typeIds ?? [];
      removeType.run(saved, JSON.stringify(typeIds));
      for (const typeId of new Set(typeIds)) if (!had.includes(typeId)) addType.run(saved, typeId);
      return saved;
    },

    remove(id: number, by: string, at: number): void {
      for (const [index, statement] of removal.entries()) statement.run(index === 0 ? { id, by, at } : { id });
    },

    order(ids: readonly number[]): void {
      for (const [index, id] of ids.entries()) place.run(index + 1, id, index + 1);
    },
  };
}
