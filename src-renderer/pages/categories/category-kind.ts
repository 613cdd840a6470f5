import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { CategoryDetails } from './category-details.tsx';
import { categoryForm, type CategoryValues } from './category-form.tsx';

export const categoryKind: DeskKind<NamedRecord, CategoryValues> = {
  kind: 'category',
  one: 'Category',
  many: 'Categories',
  list: 'Categories',
  path: '/categories',
  query: (id) => api.categories.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: CategoryDetails,
  form: categoryForm,
};
