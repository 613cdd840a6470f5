import { useCallback } from 'react';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportSetup } from './import-setup.tsx';
import { importUrlDefaults, readImportUrl } from './import-url-state.ts';
import { PastImports } from './past-imports.tsx';

export function ImportPage() {
  const [url, setUrl] = useUrlState(importUrlDefaults);
  const { file, kind, format } = readImportUrl(url);
  const begin = useCallback((chosen: string) => setUrl({ ...importUrlDefaults, file: chosen }), [setUrl]);
  const header = (
    <PageHeader
      above={<Link to="/data">Data</Link>}
      title="Import"
      about="Brings your own tickets, articles, people and assets onto the desk, from a file."
    />
  );
  if (file !== undefined) {
    return (
      <>
        {header}
        <ImportSetup key={file} reading={{ file, kind, format }} url={url} onChange={setUrl} />
      </>
    );
  }
  return (
    <RecordPage header={header}>
      <ChooseFile onChosen={begin} />
      <PastImports />
    </RecordPage>
  );
}
