import { Button, FileButton } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { Upload as UploadIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { ErrorState } from '../../components/error-state.tsx';
import { startUpload, endUpload, refuseFiles, useUpload } from './upload-state.ts';
import { UploadProgress } from './upload-progress.tsx';
import classes from './import.module.css';

interface Props {
  readonly onChosen: (file: string) => void;
}

/** Takes a file by a button, or dropped anywhere on the page, and sends it. */
export function ChooseFile({ onChosen }: Props) {
  const { upload } = useUpload();
  const [over, setOver] = useState(false);
  const arrived = upload.kind === 'done' ? upload.uploaded.file : undefined;
  const take = useEffectEvent((file: string) => {
    endUpload();
    onChosen(file);
  });
  useEffect(() => {
    if (arrived !== undefined) take(arrived);
  }, [arrived]);

  // Elsewhere the browser would open the file in place of the app.
  useWindowEvent('dragover', (event) => {
    event.preventDefault();
    setOver(event.dataTransfer?.types.includes('Files') === true);
  });
  useWindowEvent('dragleave', () => setOver(false));
  useWindowEvent('drop', (event) => {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (file === undefined || upload.kind === 'running') return;
    if (files.length > 1) refuseFiles(files.length);
    else void startUpload(file);
  });

  if (upload.kind === 'running') return <UploadProgress upload={upload} />;
  return (
    <>
      <div className={classes['drop']} data-over={over || undefined}>
        <UploadIcon size={20} aria-hidden />
        <p>
          <strong>Drop a file here</strong>
          <span className={classes['dim']}>
            CSV, JSON, JSON Lines or Excel (XLSX), also compressed with gzip, up to 4 GB. Nothing changes yet: you see
            first what would become of it.
          </span>
        </p>
        <FileButton
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.gz"
          onChange={(file) => {
            if (file !== null) void startUpload(file);
          }}
        >
          {(props) => <Button {...props}>Choose a file</Button>}
        </FileButton>
      </div>
      {upload.kind === 'failed' && <ErrorState error={upload.error} what={`${upload.name} was not taken`} />}
    </>
  );
}
