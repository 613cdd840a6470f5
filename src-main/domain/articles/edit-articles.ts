import type { Changes, RecordEditing } from '../records/edit-records.ts';

const listsOfArticle = {
  table: 'desk_article_in_list',
  parent: 'article_id',
  other: 'list_id',
  otherTable: 'desk_article_list',
  noun: 'list of articles',
} as const;

export interface ArticleChanges {
  readonly fields: Changes;
  readonly tags?: readonly string[] | undefined;
  /** All the lists that the article is in. */
  readonly listIds?: readonly number[] | undefined;
}

export function createArticleEditing(records: RecordEditing) {
  const asColumns = ({ fields, tags }: ArticleChanges): Changes => ({ ...fields, tags: tags?.join(', ') });

  return {
    create(changes: ArticleChanges, { agentId, at }: { agentId: number | null; at: number }): number {
      const made = { createdByAgentId: agentId, createdAt: at, editedAt: at };
      const id = records.create('article', { audience: 'agents', ...asColumns(changes), ...made });
      records.replaceLinks(listsOfArticle, id, changes.listIds ?? []);
      return id;
    },

    update(id: number, revision: number, changes: ArticleChanges, at: number): void {
      const changed = records.update('article', id, revision, asColumns(changes));
      if (changes.listIds !== undefined) {
        records.checkChildrenUnchanged({ ...listsOfArticle, label: 'The lists of this article' }, id, revision);
        records.replaceLinks(listsOfArticle, id, changes.listIds);
      }
      // Being withdrawn or put on a list is no edit of what it says.
      const isEdit = ['title', 'description', 'resolution', 'tags'].some((column) => changed.has(column));
      if (isEdit) records.update('article', id, records.revision(), { editedAt: at });
    },
  };
}
