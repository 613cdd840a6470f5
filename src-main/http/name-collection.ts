import type { Endpoints } from '../domain/configuration/endpoints.ts';

/** An endpoint by its id, with the name that people know it by; without one when it is gone. */
export function nameCollection({ nameOf }: Pick<Endpoints, 'nameOf'>, id: string): { id: string; name?: string } {
  const name = nameOf(id);
  return { id, ...(name !== undefined && { name }) };
}
