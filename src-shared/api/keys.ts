import { z } from 'zod';
import { applicationView, collectionName, loginInput } from './applications.ts';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

const keyView = z.object({
  id: z.int(),
  application: z.object({ id: z.string(), name: z.string() }),
  slot: z.union([z.literal(1), z.literal(2)]),
  /** The key's last characters. */
  hint: z.string(),
  enabled: z.boolean(),
  /** The only collection that it opens; absent: those of its application. */
  collection: collectionName.optional(),
  createdAt: timestamp,
  expiresAt: timestamp.optional(),
  lastUse: z.object({ at: timestamp, from: z.string() }).optional(),
});

/** With the key itself, shown this once. */
const issued = z.object({ secret: z.string(), key: keyView, application: applicationView });

const expiry = z.object({ expiresAt: timestamp.optional() });
/** An id, a slug or a name; `default` is the default endpoint. */
const binding = z.object({ collection: z.string().optional() });
const reference = z.object({ id: z.int() });

export type KeyView = z.infer<typeof keyView>;
export type IssuedKeyView = z.infer<typeof issued>;

export const keysContract = {
  list: procedure.input(z.object({ application: z.string().optional() })).output(z.array(keyView)),
  /** In the application with this name, or in a new one: an application has at most two keys. */
  create: procedure
    .input(loginInput.extend({ name: z.string().optional(), ...expiry.shape, ...binding.shape }))
    .output(issued),
  roll: procedure.input(reference.extend(expiry.shape)).output(issued),
  /** Without `expiresAt` it does not expire. */
  setExpiry: procedure.input(reference.extend(expiry.shape)).output(keyView),
  /** Without `collection` it opens all that its application may use. */
  bind: procedure.input(reference.extend(binding.shape)).output(keyView),
  enable: procedure.input(reference).output(keyView),
  disable: procedure.input(reference).output(keyView),
  delete: procedure.input(reference).output(keyView),
};
