import { create } from 'zustand';
import { client } from '../../api/client.ts';
import { readEverythingAnew } from '../../api/apply-event.ts';

export type NewDesk = 'demo' | 'empty';
type Outcome = Awaited<ReturnType<typeof client.desk.reset>>;

export type Reset =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly to: NewDesk; readonly since: number }
  | { readonly kind: 'done'; readonly to: NewDesk; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The reset of the desk, which goes on and keeps its result when somebody looks at another page. */
export const useReset = create<{ readonly reset: Reset }>(() => ({ reset: { kind: 'none' } }));

const set = (reset: Reset): void => useReset.setState({ reset });

export async function startReset(to: NewDesk, confirm: string): Promise<void> {
  set({ kind: 'running', to, since: Date.now() });
  try {
    const outcome = await client.desk.reset({ to, confirm });
    set({ kind: 'done', to, outcome });
    readEverythingAnew();
  } catch (error) {
    set({ kind: 'failed', error });
  }
}

export function dismissReset(): void {
  set({ kind: 'none' });
}
