import type { Check } from '../../../src-shared/api/doctor.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const doctorRoutes = {
  check: os.doctor.check.handler(({ context }) => [
    checkDatabase(context),
    checkSchema(context),
    checkClock(context),
    checkEndpoint(context),
    checkTools(context),
    checkKeys(context),
    checkConnections(context),
  ]),
};

function checkDatabase({ inspection }: RouteContext): Check {
  const damage = inspection.findDamage();
  if (damage.length === 0) return { name: 'database', level: 'ok', message: 'The database file is sound.' };
  return {
    ...{ name: 'database', level: 'problem', message: `The database file is damaged: ${damage[0]}.` },
    advice: 'Stop the workbench and put a backup from the data folder in its place.',
  };
}

function checkSchema({ inspection }: RouteContext): Check {
  return { name: 'schema', level: 'ok', message: `The database has schema version ${inspection.schemaVersion}.` };
}

function checkClock({ core, inspection }: RouteContext): Check {
  const latest = inspection.latestTrace();
  if (latest === undefined || latest <= core.ports.now()) {
    return { name: 'clock', level: 'ok', message: 'The clock stands after everything that was written down.' };
  }
  return {
    name: 'clock',
    level: 'problem',
    message: `The clock stands before ${new Date(latest).toISOString()}, when something was last written down.`,
    advice: 'Set the system clock: the expiry of keys and the times in the activity log depend on it.',
  };
}

function checkEndpoint({ core }: RouteContext): Check {
  if (core.endpoints.get(defaultEndpointId).settings.enabled) {
    return { name: 'endpoint', level: 'ok', message: 'The MCP endpoint is enabled.' };
  }
  return {
    ...{ name: 'endpoint', level: 'note', message: 'The MCP endpoint is disabled: clients are answered with 404.' },
    advice: 'Turn it on with "endpoint enable".',
  };
}

function checkTools({ core }: RouteContext): Check {
  const endpoint = core.endpoints.get(defaultEndpointId);
  const count = core.catalogues.find(endpoint, core.access.principalByEmail(undefined))?.tools.size ?? 0;
  if (count > 0) return { name: 'tools', level: 'ok', message: `An administrator is offered ${count} tools.` };
  return {
    ...{ name: 'tools', level: 'problem', message: 'The endpoint offers no tool.' },
    advice: 'Turn them on with "tool enable --all".',
  };
}

function checkKeys({ core }: RouteContext): Check {
  const { applications, keys } = core.access;
  const all = applications.list();
  const held = all.flatMap((application) => keys.list(application.id).map((key) => ({ key, application })));
  const now = core.ports.now();
  const usable = held.filter(
    ({ key, application }) => key.enabled && application.enabled && (key.expiresAt ?? Infinity) > now,
  );
  const clients = all.filter(({ method, enabled }) => method === 'client_credentials' && enabled);
  if (held.length + clients.length === 0) {
    return {
      ...{ name: 'keys', level: 'note', message: 'There is no key yet, so no client gets in.' },
      advice: 'Make one with "key create".',
    };
  }
  const expired = held.filter(({ key }) => (key.expiresAt ?? Infinity) <= now);
  const others = clients.length === 0 ? '' : `; ${clients.length} applications sign in with a secret`;
  const message = `${usable.length} of ${held.length} keys can be used, ${expired.length} expired${others}.`;
  if (usable.length + clients.length === 0) {
    return {
      ...{ name: 'keys', level: 'problem', message: `${message} No client gets in.` },
      advice: 'Put a new key in the place of an old one with "key roll", or make one with "key create".',
    };
  }
  if (expired.length === 0) return { name: 'keys', level: 'ok', message };
  const ids = expired.map(({ key }) => key.id).join(', ');
  return { name: 'keys', level: 'note', message, advice: `Roll what is still needed: expired are the keys ${ids}.` };
}

function checkConnections({ core }: RouteContext): Check {
  const name = 'connections';
  const { configured, keyState } = core.connections;
  const all = configured.list();
  if (all.length === 0) return { name, level: 'ok', message: 'The offline model is the only AI connection.' };
  const message = all.length === 1 ? 'There is one AI connection' : `There are ${all.length} AI connections`;
  for (const { id, settings } of all) {
    const key = keyState(id);
    if (key.state !== 'unreadable') continue;
    return {
      ...{ name, level: 'note', message: `${message}. The key of "${settings.name}" cannot be read. ${key.why}` },
      advice: 'Start the workbench as it was when the key was stored, or enter it anew under "AI connections".',
    };
  }
  return { name, level: 'ok', message: `${message}, and every stored key can be read.` };
}
