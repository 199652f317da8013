import { json } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Received } from './received.ts';
import type { Fault } from './faults.ts';
import type { Sandbox } from './sandbox.ts';
import { absent, notable } from './seed/notable.ts';
import { isCondition } from './world/conditions.ts';

/** `/sandbox/…` on the Octeth port: what scripts in other processes do by hand in ours. */
export function answerDoor(request: Received, sandbox: Sandbox): Reply {
  const body = readJson(request.body);
  if (!body) return json(400, { error: 'Not JSON' });
  switch (`${request.method} ${request.path}`) {
    case 'GET /sandbox/about':
      return json(200, about(sandbox));
    case 'GET /sandbox/log':
      return json(200, sandbox.log);
    case 'POST /sandbox/break':
      sandbox.break(body as unknown as Fault);
      return json(200, {});
    case 'POST /sandbox/mend':
      sandbox.mend();
      return json(200, {});
    case 'POST /sandbox/reset':
      sandbox.reset();
      return json(200, {});
    case 'POST /sandbox/octeth-key-permissions':
      sandbox.world.permissions = String(body.permissions ?? '*');
      return json(200, {});
    case 'POST /sandbox/condition': {
      if (!isCondition(body.condition)) return json(404, {});
      sandbox.world.conditions[body.so === false ? 'delete' : 'add'](body.condition);
      return json(200, {});
    }
    case 'POST /sandbox/confirmation-code': {
      const code = sandbox.world.confirmationCodeOf(Number(body.list), String(body.email));
      return json(code ? 200 : 404, { code });
    }
    case 'POST /sandbox/authorise':
      return json(sandbox.world.authorise(String(body.connection)) ? 200 : 404, {});
    case 'POST /sandbox/break-key':
      return json(sandbox.world.breakKey(String(body.connection)) ? 200 : 404, {});
    default:
      return json(404, { error: 'No such thing behind this door; see sandbox/README.md' });
  }
}

function about({ dialect, octeth, maton, world }: Sandbox): object {
  return {
    dialect,
    octeth,
    maton,
    lists: world.lists.map(({ id, name }) => ({ id, name })),
    journeys: world.journeys.map(({ id, name, status }) => ({ id, name, status })),
    notable: Object.fromEntries(Object.entries(notable).map(([name, { email }]) => [name, email])),
    absent,
  };
}

function readJson(body: string): Record<string, unknown> | undefined {
  try {
    return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
  } catch {
    return undefined;
  }
}
