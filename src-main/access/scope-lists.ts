import { coversScope, isScope, type Scope, scopes as known } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';

/** The scopes in the product's order, without repeats. Throws `invalid_arguments` for a name that Halo does not have. */
export function parseScopes(names: readonly string[]): Scope[] {
  const unknown = names.filter((name) => !isScope(name));
  if (unknown.length > 0) {
    const which = unknown.map((name) => `"${name}"`).join(', ');
    throw new AppError('invalid_arguments', `Unknown scope ${which}. Known scopes: ${known.join(', ')}.`);
  }
  return known.filter((scope) => names.includes(scope));
}

/** Everything that an application with these scopes may ask for: `edit:x` brings `read:x`, and `all` every other. */
export function listObtainable(held: ReadonlySet<Scope>): Scope[] {
  return known.filter((scope) => mayObtain(held, scope));
}

/** What both sides cover: a token never carries more than its application has now. */
export function intersectScopes(one: ReadonlySet<Scope>, other: ReadonlySet<Scope>): Set<Scope> {
  return new Set([
    ...[...one].filter((scope) => mayObtain(other, scope)),
    ...[...other].filter((scope) => mayObtain(one, scope)),
  ]);
}

/** As `coversScope`, for asking rather than using: `all:standard` lacks `admin`, so it does not bring `all`. */
function mayObtain(held: ReadonlySet<Scope>, wanted: Scope): boolean {
  return wanted === 'all' ? held.has('all') : coversScope(held, wanted);
}
