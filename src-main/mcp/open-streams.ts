import type { ServerResponse } from 'node:http';
import type { HttpCaller } from './identify-caller.ts';

export interface OpenStreams {
  add(response: ServerResponse, caller: HttpCaller, onClose: () => void): void;
  /** Ends every stream whose caller `keep` refuses. */
  review(keep: (caller: HttpCaller) => boolean): void;
  closeAll(): void;
}

/** The replies that stay open to carry notifications, so that they end when their access does. */
export function createOpenStreams(): OpenStreams {
  const streams = new Map<ServerResponse, HttpCaller>();
  return {
    add(response, caller, onClose) {
      streams.set(response, caller);
      response.once('close', () => {
        streams.delete(response);
        onClose();
      });
    },
    review(keep) {
      for (const [response, caller] of [...streams]) if (!keep(caller)) response.destroy();
    },
    closeAll() {
      for (const response of [...streams.keys()]) response.destroy();
    },
  };
}
