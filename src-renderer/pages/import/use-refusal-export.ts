import { useMutation } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { download } from '../../components/download.ts';

const stretch = 5000;

/** Fetches the refused rows of an import part by part and hands them to the browser as one file. */
export function useRefusalExport(id: number) {
  return useMutation({
    mutationFn: async () => {
      const parts: string[] = [];
      let offset: number | undefined = 0;
      while (offset !== undefined) {
        const part: { csv: string; next?: number | undefined } = await client.imports.exportRefusals({
          id,
          offset,
          limit: stretch,
        });
        parts.push(part.csv);
        offset = part.next;
      }
      const file = `refused-rows-of-import-${id}.csv`;
      download(new Blob(parts, { type: 'text/csv;charset=utf-8' }), file);
      return file;
    },
  });
}
