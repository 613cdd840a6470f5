import { useQuery } from '@tanstack/react-query';
import type { ArticleRecord } from '../../../src-shared/api/articles.ts';
import { api, client } from '../../api/client.ts';
import type { DeskFieldsProps, DeskForm } from '../../components/desk/desk-form.ts';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { checkLine } from '../../components/form/checks.ts';
import {
  ChoiceField,
  ChoicesField,
  toFieldChoices,
  toWordChoices,
} from '../../components/form/fields/choice-field.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TagsField } from '../../components/form/fields/tags-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { audienceLabels } from './audience-labels.ts';

export interface ArticleValues {
  readonly title: string;
  readonly description: string;
  readonly resolution: string;
  readonly tags: string[];
  readonly listIds: number[];
  readonly audience: 'everyone' | 'agents';
  readonly inactive: boolean;
}

export const articleForm: DeskForm<ArticleValues, ArticleRecord> = {
  kind: 'article',
  labels: {
    title: 'Title',
    description: 'Description',
    resolution: 'Resolution',
    tags: 'Tags',
    listIds: 'Lists',
    audience: 'Audience',
    inactive: 'Inactive',
  },
  checks: { title: checkLine(255, 'An article needs a title.') },
  valuesOf: ({ title, description, resolution, tags, audience, inactive, lists }) => ({
    title,
    description,
    resolution,
    tags,
    listIds: lists.map(({ id }) => id),
    audience,
    inactive,
  }),
  Fields: ArticleFields,
  update: (input) => client.articles.update(input),
};

const empty: ArticleValues = {
  title: '',
  description: '',
  resolution: '',
  tags: [],
  listIds: [],
  audience: 'everyone',
  inactive: false,
};

export function NewArticle({ onClose }: NewRecordProps) {
  return (
    <NewRecordForm
      form={articleForm}
      empty={empty}
      create={(values) => client.articles.create(values)}
      onClose={onClose}
    />
  );
}

function ArticleFields({ form }: DeskFieldsProps<ArticleValues, ArticleRecord>) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  return (
    <>
      <TextField form={form} name="title" required wide autoFocus />
      <TextField form={form} name="description" long description="What the article is about, or what is wrong." />
      <TextField form={form} name="resolution" long description="What to do about it." />
      <ChoicesField
        form={form}
        name="listIds"
        choices={toFieldChoices(lookups?.articleLists)}
        none="In no list"
        description="Where the article is filed."
      />
      <TagsField form={form} name="tags" />
      <ChoiceField
        form={form}
        name="audience"
        choices={toWordChoices(audienceLabels)}
        description="Users never find an article that is for agents only."
      />
      <FlagField form={form} name="inactive" description="Searches do not find an inactive article." />
    </>
  );
}
