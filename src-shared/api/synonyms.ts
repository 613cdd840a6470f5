import { z } from 'zod';
import { synonymSettings } from '../domain/synonym-settings.ts';
import { procedure } from './procedure.ts';

const list = z.strictObject({ groups: synonymSettings.shape.groups.unwrap(), version: z.int() });

export type SynonymListView = z.infer<typeof list>;

export const synonymsContract = {
  get: procedure.output(list),
  /**
   * Puts these groups in the place of all that there were. `version` is that of the list that was read: a `conflict`
   * when somebody saved another since.
   */
  replace: procedure.input(list).output(list),
};
