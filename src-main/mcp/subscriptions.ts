import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerEventBus } from '@modelcontextprotocol/server';
import type { HttpCaller } from './identify-caller.ts';

export interface Subscriptions {
  /** What the SDK's handlers of the newer era take their events from. */
  readonly bus: ServerEventBus;
  /** Serves a request: what subscribes meanwhile does so for this caller. */
  during<T>(caller: HttpCaller, work: () => T): T;
  /** Tells each subscriber whose list of tools is no longer what it was; `again` is how things stand for it now. */
  review(again: (caller: HttpCaller) => HttpCaller | undefined): void;
}

type Listener = Parameters<ServerEventBus['subscribe']>[0];

interface Subscriber {
  readonly caller: HttpCaller;
  /** What it was last told, or could see when it subscribed. */
  listedJson: string;
}

/** Who listens for changes in the newer era, which has no sessions. Nobody hears of a change to what others are listed. */
export function createSubscriptions(): Subscriptions {
  const serving = new AsyncLocalStorage<HttpCaller>();
  const subscribers = new Map<Listener, Subscriber>();

  return {
    bus: {
      publish(event) {
        for (const listener of [...subscribers.keys()]) listener(event);
      },
      subscribe(listener) {
        const caller = serving.getStore();
        if (caller === undefined) throw new Error('Somebody subscribed outside of a request.');
        subscribers.set(listener, { caller, listedJson: caller.catalogue.listedJson });
        return () => void subscribers.delete(listener);
      },
    },
    during: (caller, work) => serving.run(caller, work),
    review(again) {
      for (const [listener, subscriber] of [...subscribers]) {
        // Whoever lost access is cut off, which says enough.
        const listedJson = again(subscriber.caller)?.catalogue.listedJson;
        if (listedJson === undefined || listedJson === subscriber.listedJson) continue;
        subscriber.listedJson = listedJson;
        listener({ kind: 'tools_list_changed' });
      }
    },
  };
}
