import type { CollectionView } from '../../../../src-shared/api/collections.ts';
import { defaultEndpointId } from '../../../../src-shared/domain/endpoint-settings.ts';

export interface EndpointChoice {
  readonly value: string;
  readonly label: string;
}

export function toEndpointChoices(collections: readonly CollectionView[]): EndpointChoice[] {
  return [
    { value: defaultEndpointId, label: 'Default endpoint' },
    ...collections.map(({ id, settings }) => ({ value: id, label: settings.name })),
  ];
}
