import type { TemplateRecord } from '../../../src-shared/api/templates.ts';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { TextSection } from '../../components/record/text-section.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';

export function TemplateDetails({ record }: { readonly record: TemplateRecord }) {
  const { id, name, type, summary, details, priority, team, category } = record;
  return (
    <>
      <Properties
        list={[
          [
            'Summary',
            <span key="summary" className="foreign">
              {summary}
            </span>,
            'wide',
          ],
          ['Ticket type', <RecordLink key="type" kind="ticket_type" to={type} />],
          ['Priority', priority?.name ?? 'As the type says'],
          ['Team', team === undefined ? 'As the type says' : <RecordLink key="team" kind="team" to={team} />],
          ['Category', category?.name],
        ]}
      />
      <TextSection title="Details" text={details} />
      <UsedBy kind="template" id={id} name={name} />
    </>
  );
}
