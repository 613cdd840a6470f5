import type { IncomingMessage, ServerResponse } from 'node:http';
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Authenticated } from '../access/authenticate.ts';
import { challenge } from '../access/challenge.ts';
import type { Access } from '../access/create-access.ts';
import type { Endpoint, Endpoints } from '../domain/configuration/endpoints.ts';
import { principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { Catalogues } from '../tools/catalogue.ts';
import type { Caller } from './call-tool.ts';
import { chooseFraming, chooseStreamFraming, type Framing, refuse } from './framing.ts';
import { meetEndpoint } from './meet-endpoint.ts';
import { errorCodes } from './messages.ts';

/** A caller who came over HTTP and whose credential can be checked again while a session or stream stays open. */
export interface HttpCaller extends Caller {
  readonly authenticateAgain: () => Authenticated;
  /** Came with a passing key, and so for one request of a model alone. */
  readonly isPassing: boolean;
  /** How a whole reply is framed. */
  readonly framing: Framing;
  /** How a reply is framed that may carry notifications before its result: as a stream wherever the client takes one. */
  readonly streamFraming: Framing;
}

export interface CallerIdentification {
  /**
   * Who sends this request to the collection that `address` names, or to the default endpoint; undefined when it was
   * refused and already answered.
   */
  first(request: IncomingMessage, response: ServerResponse, address: string | undefined): HttpCaller | undefined;
  /** The same caller as things stand now; undefined when its credential or the endpoint no longer lets it in. */
  again(caller: HttpCaller): HttpCaller | undefined;
  /** The WWW-Authenticate value that asks for one of these scopes on the caller's endpoint. */
  challenge(caller: HttpCaller, scopes: readonly Scope[]): string;
}

interface Dependencies {
  readonly access: Access;
  readonly endpoints: Endpoints;
  readonly catalogues: Catalogues;
  readonly ports: Pick<Ports, 'now'>;
  readonly origin: () => string;
}

const localNames = localhostAllowedHostnames();

/** The checks in front of every request, in this order: Host and Origin, credential, endpoint, who meets what. */
export function createCallerIdentification({
  access,
  endpoints,
  catalogues,
  ports,
  origin,
}: Dependencies): CallerIdentification {
  const meet = (endpoint: Endpoint, { principal }: Authenticated) =>
    meetEndpoint({ access, catalogues }, endpoint, principal);

  return {
    first(request, response, address) {
      const { headers } = request;
      const resourceMetadataUrl = metadataUrlOf(address, origin());
      if (!validateHostHeader(headers.host, localNames).ok || !validateOriginHeader(headers.origin, localNames).ok) {
        refuse(
          response,
          403,
          errorCodes.refused,
          'This Host or Origin may not use the endpoint: only this machine may.',
        );
        return undefined;
      }
      const credential = {
        authorization: headers.authorization,
        xHaloApiKey: singleHeader(headers['x-halo-api-key']),
      };
      const authenticate = () => access.authenticate(credential);
      const authenticated = tryAuthenticate(authenticate);
      if (authenticated instanceof AppError) {
        const error = authenticated.details['challenge'];
        refuse(response, 401, errorCodes.refused, authenticated.message, {
          'www-authenticate': challenge({
            resourceMetadataUrl,
            ...(typeof error === 'string' ? { error, description: authenticated.message } : {}),
          }),
        });
        return undefined;
      }
      const endpoint = endpoints.findByAddress(address ?? defaultEndpointId);
      if (!isAllowed(authenticated, endpoint)) {
        // The same for what is not there: whoever may not look around learns nothing.
        refuse(response, 403, errorCodes.refused, 'This key or application may not use this endpoint.');
        return undefined;
      }
      if (endpoint === undefined || !endpoint.settings.enabled) {
        const message = 'No MCP endpoint is enabled at this address. An administrator enables it in the workbench.';
        refuse(response, 404, errorCodes.refused, message);
        return undefined;
      }
      if (!isForThisEndpoint(authenticated, endpoint, origin())) {
        const message = 'This access token was issued for another resource. Ask for one for this endpoint.';
        refuse(response, 401, errorCodes.refused, message, {
          'www-authenticate': challenge({
            resourceMetadataUrl,
            error: 'invalid_token',
            description: message,
          }),
        });
        return undefined;
      }
      const met = meet(endpoint, authenticated);
      if (met === undefined) {
        refuse(response, 403, errorCodes.refused, 'This endpoint is not for this kind of account.');
        return undefined;
      }
      const from = request.socket.remoteAddress ?? '';
      return {
        endpoint,
        ...met,
        era: String(headers['mcp-protocol-version'] ?? 'unversioned'),
        client: String(headers['user-agent'] ?? 'unknown'),
        keyUse: authenticated.keyId === undefined ? undefined : { keyId: authenticated.keyId, at: ports.now(), from },
        written: authenticated.passing?.written,
        isPassing: authenticated.passing !== undefined,
        authenticateAgain: authenticate,
        framing: chooseFraming(headers.accept, endpoint.settings.framing),
        streamFraming: chooseStreamFraming(headers.accept, endpoint.settings.framing),
      };
    },
    again(caller) {
      const authenticated = tryAuthenticate(caller.authenticateAgain);
      const endpoint = endpoints.find(caller.endpoint.id);
      if (authenticated instanceof AppError || endpoint === undefined || !endpoint.settings.enabled) return undefined;
      if (!isAllowed(authenticated, endpoint)) return undefined;
      const met = meet(endpoint, authenticated);
      // An application that acts as somebody else from now on: what was said here was said to another.
      if (met === undefined || principalLabel(met.principal) !== principalLabel(caller.principal)) return undefined;
      return { ...caller, endpoint, ...met };
    },
    challenge: ({ endpoint }, scopes) =>
      challenge({
        resourceMetadataUrl: metadataUrlOf(endpoint.id, origin()),
        error: 'insufficient_scope',
        description: 'The access token lacks a scope that this tool needs.',
        scope: scopes.join(' '),
      }),
  };
}

/** The canonical resource of an endpoint (RFC 8707), which a token's audience must equal. */
export function resourceOf(endpoint: Pick<Endpoint, 'id'>, origin: string): string {
  return endpoint.id === defaultEndpointId ? `${origin}/api/mcp` : `${origin}/api/mcp/${endpoint.id}`;
}

/**
 * Where a client that was refused at this address finds out what to ask for (RFC 9728). Nobody is told here whether the
 * address names anything; what cannot be one of ours is not repeated.
 */
function metadataUrlOf(address: string | undefined, origin: string): string {
  const url = `${origin}/.well-known/oauth-protected-resource/api/mcp`;
  const isDefault = address === undefined || address === defaultEndpointId || !/^[\w-]{1,80}$/.test(address);
  return isDefault ? url : `${url}/${address}`;
}

function isAllowed({ endpointIds }: Authenticated, endpoint: Endpoint | undefined): boolean {
  return endpointIds === undefined || (endpoint !== undefined && endpointIds.includes(endpoint.id));
}

/** A token asked for without a resource, as Halo's own form does, serves the default endpoint alone. */
function isForThisEndpoint(authenticated: Authenticated, endpoint: Endpoint, origin: string): boolean {
  if (authenticated.keyId !== undefined || authenticated.passing !== undefined) return true;
  if (authenticated.audience === undefined) return endpoint.id === defaultEndpointId;
  return authenticated.audience === resourceOf(endpoint, origin);
}

function tryAuthenticate(authenticate: () => Authenticated): Authenticated | AppError {
  try {
    return authenticate();
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') return error;
    throw error;
  }
}

function singleHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
