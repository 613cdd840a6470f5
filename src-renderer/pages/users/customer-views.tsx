import { ViewLinks } from '../../components/desk/view-links.tsx';

export const pageTitle = 'Users and clients';

export function CustomerViews() {
  return (
    <ViewLinks
      label="Users or clients"
      links={[
        ['/users', 'Users'],
        ['/clients', 'Clients'],
      ]}
    />
  );
}
