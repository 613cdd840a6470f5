import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { About } from './about.tsx';
import { Appearance } from './appearance.tsx';
import { ProgramSettings } from './program-settings.tsx';
import { SignOut } from './sign-out.tsx';

/** The desktop app is its own window: there is nobody to sign out. */
const inBrowser = location.protocol !== 'app:';

export function SettingsPage() {
  const { data, error } = useQuery(api.settings.get.queryOptions());
  return (
    <RecordPage header={<PageHeader title="Settings" about="How the workbench itself runs and looks." />}>
      {error !== null && <ErrorState error={error} what="The settings could not be read" />}
      {data !== undefined && <ProgramSettings view={data} />}
      <Appearance />
      {inBrowser && <SignOut />}
      <About />
    </RecordPage>
  );
}
