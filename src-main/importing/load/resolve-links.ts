import type { ImportWriter } from '../../db/repositories/desk-writer.ts';
import type { ImportRecordRepository } from '../../db/repositories/import-record-repository.ts';

const longestChain = 50;

/** Sets the parents of tickets once all of a file's tickets are there. Says how many links were looked at; 0 at the end. */
export function createLinkResolver(
  records: ImportRecordRepository,
  writer: ImportWriter,
  { importId, source, remark }: { importId: number; source: string; remark: (text: string) => void },
) {
  const leadsBack = (from: number, to: number): boolean => {
    let at: number | null = from;
    for (let steps = 0; at !== null && steps < longestChain; steps += 1) {
      if (at === to) return true;
      const parent: unknown = writer.find('desk_ticket', at)?.['parent_id'];
      at = typeof parent === 'number' ? parent : null;
    }
    return at !== null;
  };

  return (limit: number): number => {
    const links = records.listLinks(importId, limit);
    for (const { id, recordId, externalId } of links) {
      const parent = records.lookUp('ticket', externalId, source);
      if (parent === undefined)
        remark('Parent ticket: the ticket that is named was never imported, so there is no link.');
      else if (leadsBack(parent.recordId, recordId))
        remark('Parent ticket: the tickets name each other, so one link was left out.');
      else writer.update('desk_ticket', recordId, { parent_id: parent.recordId });
      records.removeLink(id);
    }
    return links.length;
  };
}
