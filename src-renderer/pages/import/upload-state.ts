import { create } from 'zustand';
import { largestImportFile, type UploadedFile } from '../../../src-shared/api/imports.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { uploadFile } from '../../api/upload-file.ts';

export type Upload =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly name: string; readonly bytes: number; readonly sent: number }
  | { readonly kind: 'done'; readonly uploaded: UploadedFile }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

/** The file on its way to the core, which goes on when somebody looks at another page. */
export const useUpload = create<{ readonly upload: Upload }>(() => ({ upload: { kind: 'none' } }));

const set = (upload: Upload): void => useUpload.setState({ upload });

let abort = new AbortController();

export async function startUpload(file: File): Promise<void> {
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  const { name, size: bytes } = file;
  const objection = objectTo(bytes);
  if (objection !== undefined) return refuse(name, objection);
  const tell = (upload: Upload): void => {
    if (!signal.aborted) set(upload);
  };
  // What is sent has a few bytes more than the file.
  const onProgress = (sent: number): void => tell({ kind: 'running', name, bytes, sent: Math.min(sent, bytes) });
  onProgress(0);
  try {
    tell({ kind: 'done', uploaded: await uploadFile(file, { signal, onProgress }) });
  } catch (error) {
    tell({ kind: 'failed', name, error });
  }
}

/** Stops the upload, or forgets what came of it. */
export function endUpload(): void {
  abort.abort();
  set({ kind: 'none' });
}

export function refuseFiles(count: number): void {
  refuse(`${count} files`, 'Drop one file at a time. Each becomes an import of its own.');
}

function objectTo(bytes: number): string | undefined {
  if (bytes === 0) return 'The file is empty, or a folder.';
  if (bytes <= largestImportFile) return undefined;
  return 'It is larger than 4 GB. Import it from the terminal, which takes files of any size, or split it.';
}

function refuse(name: string, sentence: string): void {
  set({ kind: 'failed', name, error: new AppError('invalid_arguments', sentence) });
}
