import type { ArticleRecord } from '../../../src-shared/api/articles.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { MadeByMark } from '../../components/record/made-by-mark.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { useFieldSetters } from '../../components/record/use-field-setters.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { audienceLabels } from './audience-labels.ts';

export function ArticleDetails({ record: article }: { readonly record: ArticleRecord }) {
  const { audience, inactive, tags, lists, createdBy, createdAt, editedAt, reviewAt, useful, notUseful } = article;
  const find = useFieldSetters('article', article.id);
  return (
    <>
      <Properties
        setters={{
          State: find('inactive'),
          Audience: find('audience'),
          Tags: find('tags'),
          Edited: find('edited_at'),
          Review: find('review_at'),
        }}
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Audience', audienceLabels[audience]],
          ['Lists', lists.map(({ name }) => name).join(', ')],
          ['Tags', tags.join(', ')],
          ['Edited', <RelativeTime key="edited" at={editedAt} />],
          [
            'Created',
            <span key="created">
              <RelativeTime at={createdAt} /> <MadeByMark madeByAi={article.madeByAi} />
            </span>,
          ],
          ['Created by', createdBy && <RecordLink kind="agent" to={createdBy} />],
          ['Review', reviewAt && <RelativeTime at={reviewAt} />],
          ['Readers say', `${useful} useful, ${notUseful} not`],
        ]}
      />
      <TextSection title="Description" text={article.description} />
      <TextSection title="Resolution" text={article.resolution} />
    </>
  );
}
