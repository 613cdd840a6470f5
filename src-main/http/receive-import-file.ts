import { AppError } from '../../src-shared/errors/app-error.ts';
import { closedHeaders } from './page-headers.ts';
import type { DoorCore } from './route-context.ts';

const statuses: Readonly<Partial<Record<AppError['code'], number>>> = { invalid_arguments: 400, disk_full: 507 };

/** `PUT /import-files?name=…`: keeps the body, which is streamed, and answers what it is called from now on. */
export function createImportFileDoor({ imports, ports }: DoorCore): (request: Request) => Promise<Response> {
  const answer = (status: number, body: unknown): Response => Response.json(body, { status, headers: closedHeaders });

  return async (request) => {
    const { searchParams } = new URL(request.url);
    if (request.body === null) return answer(400, { message: 'Send the file as the body of the request.' });
    try {
      return answer(200, await imports.files.receive(searchParams.get('name') ?? '', request.body));
    } catch (error) {
      if (error instanceof AppError) return answer(statuses[error.code] ?? 500, { message: error.message });
      ports.log.error('A file could not be received.', { error });
      return answer(500, {
        message: 'The file could not be kept because of a fault in the workbench. The log says more.',
      });
    }
  };
}
