import { create } from 'zustand';

/** `starting` until the core has answered once; `reconnecting` while it does not; `signed-out` when it refuses this page. */
export type ConnectionState = 'starting' | 'online' | 'reconnecting' | 'signed-out';

interface Connection {
  readonly state: ConnectionState;
  /** A new attempt after signing in. */
  begin(): void;
  restore(): void;
  lose(state: 'reconnecting' | 'signed-out'): void;
}

export const useConnection = create<Connection>((set, get) => ({
  state: 'starting',
  begin: () => set({ state: 'starting' }),
  restore: () => set({ state: 'online' }),
  lose: (state) => {
    // A page that was signed out is not merely out of touch.
    if (state === 'reconnecting' && get().state === 'signed-out') return;
    set({ state });
  },
}));
