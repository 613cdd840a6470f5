import { uploadedFile, type UploadedFile } from '../../src-shared/api/imports.ts';
import { AppError, errorCodes, type ErrorCode } from '../../src-shared/errors/app-error.ts';
import { useConnection } from './connection.ts';
import { sessionHeaders } from './session.ts';

interface Options {
  readonly signal: AbortSignal;
  /** Told how many bytes have been sent so far; never in the desktop app. */
  readonly onProgress: (bytes: number) => void;
}

/**
 * Sends a file of somebody's machine to the core. It is read from the disk as it goes, so its size does not matter: not
 * to the page, and with XMLHttpRequest not to the desktop app either, which gets what fetch sends in one piece.
 */
export function uploadFile(file: File, { signal, onProgress }: Options): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/import-files?${new URLSearchParams({ name: file.name }).toString()}`);
    for (const [name, value] of Object.entries(sessionHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    const stop = (): void => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) return reject(signal.reason as Error);
      const read = uploadedFile.safeParse(parse(request.responseText));
      if (request.status === 200 && read.success) return resolve(read.data);
      if (request.status === 0) return void explainSilence(file).then(reject);
      reject(describeRefusal(request));
    };
    request.send(file);
  });
}

/** Nothing came back: either the file cannot be read, or nobody answered. */
async function explainSilence(file: File): Promise<Error> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    const message = 'The file cannot be read. It is gone, was changed meanwhile, or is a folder. Choose it once more.';
    return new AppError('invalid_arguments', message);
  }
  useConnection.getState().lose('reconnecting');
  // As fetch says it.
  return new TypeError('Failed to fetch');
}

function describeRefusal({ status, responseText }: XMLHttpRequest): Error {
  if (status === 401) useConnection.getState().lose('signed-out');
  const { code, message } = (parse(responseText) ?? {}) as { code?: unknown; message?: unknown };
  if (typeof message !== 'string') return new Error(`The file was answered with status ${status}: ${responseText}`);
  return new AppError(isErrorCode(code) ? code : 'internal', message);
}

function isErrorCode(code: unknown): code is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(code);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
