import { synonymSettings } from '../domain/synonym-settings.ts';
import { procedure } from './procedure.ts';

export const synonymsContract = {
  get: procedure.output(synonymSettings),
  /** Puts these groups in the place of all that there were. */
  replace: procedure.input(synonymSettings).output(synonymSettings),
};
