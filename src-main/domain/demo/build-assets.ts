import type { Cast, CastUser } from './build-people.ts';
import type { DemoDefinition } from './demo-definition.ts';
import type { AssetFieldRow, AssetRow } from './desk-rows.ts';
import { fillText } from './fill-text.ts';
import { createNameIndex } from './name-index.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Hands laptops, telephones and the like to people, and puts printers, switches and servers into sites. */
export function buildAssets(
  definition: DemoDefinition,
  cast: Cast,
  types: readonly { id: number; name: string }[],
  today: number,
  random: Random,
): { assets: AssetRow[]; fields: AssetFieldRow[] } {
  const assets: AssetRow[] = [];
  const fields: AssetFieldRow[] = [];
  const typeId = createNameIndex('asset type', types);
  const users = cast.clients.flatMap((client) => client.users);
  const sites = cast.clients.flatMap((client) => client.sites);

  for (const kind of definition.assets) {
    const chance = random.fork(`assets ${kind.type}`);
    const holders = chance.shuffled(users.filter((user) => user.row.inactive === 0 && !hasRival(user, kind.type)));
    const places = chance.shuffled(sites);
    for (let index = 0; index < kind.count; index += 1) {
      // One in fourteen is on the shelf or gone, so that not everything in the list is in use.
      const spare = kind.holder === 'user' && index % 14 === 13;
      const user: CastUser | undefined = kind.holder === 'user' && !spare ? holders[index] : undefined;
      const site = user?.site ?? places[index % places.length];
      if (site === undefined) throw new RangeError('The demo definition has no sites.');
      const model = chance.pick(kind.models);
      const age = chance.integer(40, 365 * (kind.warranty_years + 2));
      const created_at = today - age * DAY_MS;
      const status = spare ? chance.pick(['In stock', 'In stock', 'In repair', 'Retired']) : 'In use';
      const row: AssetRow = {
        id: assets.length + 1,
        tag: `${kind.prefix}-${String(1001 + index * 3 + chance.integer(0, 2)).padStart(4, '0')}`,
        type_id: typeId(kind.type),
        site_id: site.id,
        user_id: user?.row.id ?? null,
        status,
        manufacturer: model.manufacturer,
        model: model.model,
        serial_number: serial(model.serial, chance),
        warranty_ends_at: created_at + kind.warranty_years * 365 * DAY_MS,
        notes: spare
          ? chance.pick(['Wiped and ready to issue.', 'Battery weak, loan only.', 'Awaiting collection.', ''])
          : '',
        inactive: status === 'Retired' ? 1 : 0,
        created_at,
      };
      assets.push(row);
      user?.assets.push(row);
      for (const [name, values] of Object.entries(model.fields)) {
        const value = fillText(chance.pick(values), chance, () => undefined);
        fields.push({ id: fields.length + 1, asset_id: row.id, name, value });
      }
    }
  }
  return { assets, fields };

  /** A person has a laptop or a desktop, not both. */
  function hasRival(user: CastUser, type: string): boolean {
    if (type !== 'Desktop' && type !== 'Laptop') return false;
    return user.assets.some((asset) => asset.type_id === typeId('Laptop') || asset.type_id === typeId('Desktop'));
  }
}

/** '@' is a letter, '#' a digit, anything else itself. */
function serial(pattern: string, random: Random): string {
  return pattern.replaceAll(/[@#]/g, (mark) =>
    mark === '#' ? String(random.integer(0, 9)) : LETTERS.charAt(random.integer(0, LETTERS.length - 1)),
  );
}
