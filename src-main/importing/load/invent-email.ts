import { createHash } from 'node:crypto';

/**
 * The address of somebody who has none. `.invalid` leads nowhere by definition (RFC 2606), and the same person of the
 * same source gets the same one again.
 */
export function inventEmail(person: string, source: string): string {
  const mark = createHash('sha1').update(`${source}\n${person}`).digest('hex').slice(0, 8);
  return `${slug(person) || 'person'}.${mark}@${slug(source) || 'import'}.invalid`;
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
