import { freeSlug } from '../../../src-shared/domain/collection-slug.ts';
import {
  type CollectionSettings,
  collectionSettings,
  type DataLimits,
} from '../../../src-shared/domain/endpoint-settings.ts';
import { isIn } from '../../../src-shared/domain/profiles.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Desk } from '../desk.ts';
import type { Collection, Endpoints } from './endpoints.ts';

export const mostCollections = 200;
const longestName = 100;
const longestDescription = 4000;
/** In the place of a collection's slug this means the default endpoint. */
const reserved: ReadonlySet<string> = new Set(['default']);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Sources {
  readonly endpoints: Pick<Endpoints, 'listCollections'>;
  readonly desk: Pick<Desk, 'lookups'>;
}

/**
 * The settings that a collection would have, with a slug that follows from its name. Throws where they cannot be. What
 * `known` limits it to is taken as it is.
 */
export function planCollection(
  { endpoints, desk }: Sources,
  before: Collection | undefined,
  wanted: Partial<CollectionSettings> & Pick<CollectionSettings, 'name' | 'type'>,
  known: CollectionSettings | undefined = before?.settings,
): CollectionSettings {
  const others = endpoints.listCollections().filter(({ id }) => id !== before?.id);
  const name = checkName(wanted.name, others);
  const isTaken = (slug: string): boolean =>
    reserved.has(slug) || uuid.test(slug) || others.some(({ settings }) => settings.slug === slug);
  const slug = before?.settings.name === name ? before.settings.slug : freeSlug(name, isTaken);
  const planned = collectionSettings.parse({ ...wanted, name, slug });
  if (!isIn(planned.profile, '2.232')) {
    throw invalid(`Halo has collections from 2.232 on. Choose a release that has them, not ${planned.profile}.`);
  }
  checkLimits(planned.limits, known?.limits, desk);
  for (const [tool, description] of Object.entries(planned.descriptions)) {
    if (description.trim() === '' || description.length > longestDescription) {
      throw invalid(`The description of ${tool} has 1 to ${longestDescription} characters. Leave it out for its own.`);
    }
  }
  return planned;
}

/** A name that nothing has: the wanted one, or with a number. */
export function freeName(endpoints: Pick<Endpoints, 'listCollections'>, base: string, suffix: string): string {
  const taken = new Set(endpoints.listCollections().map(({ settings }) => settings.name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = ` (${number === 1 ? suffix : `${suffix} ${number}`})`;
    const name = base.slice(0, longestName - end.length) + end;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function checkName(wanted: string, others: readonly Collection[]): string {
  const name = wanted.trim();
  if (name === '' || name.length > longestName) {
    throw invalid(`A collection's name has 1 to ${longestName} characters.`);
  }
  const holder = others.find(({ settings }) => settings.name.toLowerCase() === name.toLowerCase());
  if (holder === undefined) return name;
  throw new AppError('conflict', `There is already a collection named "${holder.settings.name}": choose another name.`);
}

/** A limit to what is not there would be a slip of the pen; one to what has gone since is kept, and shows nothing. */
function checkLimits(limits: DataLimits, before: DataLimits | undefined, { lookups }: Pick<Desk, 'lookups'>): void {
  const check = (what: string, list: keyof DataLimits, exists: (id: number) => boolean): void => {
    const missing = limits[list].find((id) => before?.[list].includes(id) !== true && !exists(id));
    if (missing !== undefined) throw invalid(`There is no ${what} ${missing} to limit the collection to.`);
  };
  const isAmong = (records: readonly { readonly id: number }[]) => (id: number) =>
    records.some((record) => record.id === id);
  check('team', 'teamIds', isAmong(lookups.listTeams()));
  check('client', 'clientIds', lookups.isClient);
  check('ticket type', 'ticketTypeIds', isAmong(lookups.listTypes()));
}

function invalid(message: string): AppError {
  return new AppError('invalid_arguments', message);
}
