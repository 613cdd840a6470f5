import type { ArticleRecord } from '../../../src-shared/api/articles.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { audienceLabels } from './audience-labels.ts';

export function ArticleDetails({ record: article }: { readonly record: ArticleRecord }) {
  const { audience, inactive, tags, lists, createdBy, createdAt, editedAt, reviewAt, useful, notUseful } = article;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Audience', audienceLabels[audience]],
          ['Lists', lists.map(({ name }) => name).join(', ')],
          ['Tags', tags.join(', ')],
          ['Edited', <RelativeTime key="edited" at={editedAt} />],
          ['Created', <RelativeTime key="created" at={createdAt} />],
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
