import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Access } from '../../access/create-access.ts';
import type { PassingKey, PassingUse } from '../../access/passing-keys.ts';
import type { Endpoint, Endpoints } from '../../domain/configuration/endpoints.ts';
import type { Principal } from '../../domain/principal.ts';

/** An endpoint that a model's server may call with this key. */
export interface OpenedEndpoint {
  readonly name: string;
  /** On this machine. */
  readonly url: string;
  /** To be ended when the request is, however that ends. */
  readonly key: PassingKey;
}

/** Of an endpoint's id, or `default`. Throws a sentence when nobody could call the endpoint now, or not this person. */
export type OpenEndpoint = (use: PassingUse) => OpenedEndpoint;

interface Needs {
  readonly access: Pick<Access, 'passingKeys' | 'principalOfLabel'>;
  readonly endpoints: Pick<Endpoints, 'find' | 'nameOf'>;
  /** Whether the endpoint lets in somebody like this. */
  readonly isFor: (endpoint: Endpoint, principal: Principal) => boolean;
  /** The endpoint's address; undefined while nothing listens. */
  readonly addressOf: (endpoint: Endpoint) => string | undefined;
}

export function createOpenEndpoint({ access, endpoints, isFor, addressOf }: Needs): OpenEndpoint {
  return ({ endpointId, ...use }) => {
    const endpoint = endpoints.find(endpointId === 'default' ? defaultEndpointId : endpointId);
    if (endpoint === undefined) throw new AppError('not_found', 'The endpoint is gone: choose another one.');
    const name = endpoints.nameOf(endpoint.id) ?? endpoint.id;
    if (!endpoint.settings.enabled) {
      throw new AppError('conflict', `“${name}” is off, so nobody can call its tools. Turn it on, then try again.`);
    }
    const principal = access.principalOfLabel(use.as);
    if (!isFor(endpoint, principal)) {
      throw new AppError('not_allowed', `“${name}” is not for ${principal.name}: choose somebody else.`);
    }
    const url = addressOf(endpoint);
    if (url === undefined) {
      const message = 'The workbench listens at no address now, so its tools cannot be called. Start it with "serve".';
      throw new AppError('conflict', message);
    }
    return { name, url, key: access.passingKeys.issue({ ...use, endpointId: endpoint.id }) };
  };
}
