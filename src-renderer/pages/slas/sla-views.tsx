import { ViewLinks } from '../../components/desk/view-links.tsx';

export const pageTitle = 'Priorities and SLAs';

export function SlaViews() {
  return (
    <ViewLinks
      label="Priorities, SLAs or working calendars"
      links={[
        ['/priorities', 'Priorities'],
        ['/slas', 'SLAs'],
        ['/calendars', 'Working calendars'],
      ]}
    />
  );
}
