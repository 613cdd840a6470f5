import { Button, Loader } from '@mantine/core';
import { formatBytes } from '../../components/format-bytes.ts';
import { Outcome } from './outcome.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { endUpload, type Upload } from './upload-state.ts';
import classes from './import.module.css';

export function UploadProgress({ upload }: { readonly upload: Extract<Upload, { kind: 'running' }> }) {
  const { name, bytes, sent } = upload;
  return (
    <Outcome takesFocus>
      <p className={classes['line']}>
        {sent === 0 && <Loader size={14} aria-hidden />}
        <span role="status">
          Taking <span className="foreign">{name}</span>
        </span>
        <span className={classes['dim']}>
          {sent === 0 ? formatBytes(bytes) : `${formatBytes(sent)} of ${formatBytes(bytes)}`}
        </span>
      </p>
      {sent > 0 && <ProgressBar label="Taking the file" done={sent} of={bytes} />}
      <Button variant="default" onClick={endUpload}>
        Cancel
      </Button>
    </Outcome>
  );
}
