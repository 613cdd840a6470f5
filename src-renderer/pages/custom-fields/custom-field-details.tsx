import type { CustomFieldRecord } from '../../../src-shared/api/custom-fields.ts';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLinks } from '../../components/record/record-links.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';
import { fieldKindLabels } from './field-kind-labels.ts';

export function CustomFieldDetails({ record }: { readonly record: CustomFieldRecord }) {
  const { id, name, label, kind, choices, types, outcomes } = record;
  return (
    <>
      <Properties
        list={[
          [
            'Name',
            <span key="name" className="mono">
              {name}
            </span>,
          ],
          ['Kind', fieldKindLabels[kind]],
          ...(kind === 'choice'
            ? [
                [
                  'Choices',
                  <span key="choices" className="foreign">
                    {choices.join('\n')}
                  </span>,
                  'wide',
                ] as const,
              ]
            : []),
          ['Ticket types', types.length === 0 ? undefined : <RecordLinks kind="ticket_type" list={types} />, 'wide'],
          [
            'Actions that ask for it',
            outcomes.length === 0 ? undefined : <RecordLinks kind="outcome" list={outcomes} />,
            'wide',
          ],
        ]}
      />
      <UsedBy
        kind="field"
        id={id}
        name={label}
        instead="To stop using it, take it away from its types and actions: tickets keep what was filled in."
      />
    </>
  );
}
