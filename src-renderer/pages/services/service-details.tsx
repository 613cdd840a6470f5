import type { ServiceRecord } from '../../../src-shared/api/services.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { describeMoney } from './money.ts';
import { describeShownTo } from './shown-to.ts';

export function ServiceDetails({ record: service }: { readonly record: ServiceRecord }) {
  const { category, inactive, cost, requestType, incidentType, deliveryDays } = service;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Category', category.name],
          ['Shown to', describeShownTo(service)],
          ['Cost', cost && describeMoney(cost)],
          ['Delivered in', deliveryDays && (deliveryDays === 1 ? '1 day' : `${deliveryDays} days`)],
          ['A request is logged as', requestType?.name],
          ['A fault is logged as', incidentType?.name],
        ]}
      />
      <TextSection title="Summary" text={service.summary} />
      <TextSection title="Details" text={service.details} />
    </>
  );
}
