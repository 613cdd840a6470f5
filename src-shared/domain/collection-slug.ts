const longest = 60;

/** A name as a part of an address: small letters, digits and hyphens. Names without any of these are all alike. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, longest);
  return slug.replace(/^-+|-+$/g, '') || 'collection';
}

/** The slug itself, or the first of its kind with a number that is free. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const first = slugOf(name);
  for (let number = 2, slug = first; ; slug = `${first}-${number++}`) if (!isTaken(slug)) return slug;
}
