import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import type { Endpoints } from './endpoints.ts';

/** Calls the listener after another AI connection has become the workbench's default. */
export function onDefaultConnection(endpoints: Pick<Endpoints, 'get' | 'onChange'>, listener: () => void): void {
  const read = (): string => endpoints.get(defaultEndpointId).settings.defaultConnection;
  let known = read();
  endpoints.onChange(() => {
    if (read() === known) return;
    known = read();
    listener();
  });
}
