import { ViewLinks } from '../../components/desk/view-links.tsx';

export const pageTitle = 'Agents and teams';

export function AgentViews() {
  return (
    <ViewLinks
      label="Agents or teams"
      links={[
        ['/agents', 'Agents'],
        ['/teams', 'Teams'],
      ]}
    />
  );
}
