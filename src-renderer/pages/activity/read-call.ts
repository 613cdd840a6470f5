import type { client } from '../../api/client.ts';

/** A call with everything that is known of it. */
export type ReadCall = Awaited<ReturnType<typeof client.activity.get>>;
