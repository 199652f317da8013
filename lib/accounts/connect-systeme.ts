import type { Result } from '../failure';
import type {
  ConnectField,
  ConnectionChoice,
  ConnectReply,
  ConnectRequest,
} from '../messaging/protocol';
import { MATON_LIMIT, type SystemeAccount } from '../people/account';
import { defaultName } from './account-names';
import type { Attempt, ConnectOptions, Tried } from './connect';
import { ConnectError, fieldOf, hostOf } from './connect-failure';
import type { MatonHosts } from './probes';

export type SystemeRequest = Extract<ConnectRequest, { system: 'systeme' }>;

export async function trySysteme(
  request: SystemeRequest,
  attempt: Attempt,
  options: ConnectOptions,
): Promise<Tried | ConnectReply> {
  const hosts = {
    gateway: cleanHost(request.gateway, 'gateway', options),
    control: cleanHost(request.control, 'control', options),
  };
  const before = attempt.before?.system === 'systeme' ? attempt.before : null;
  const sameHosts = before?.gateway === hosts.gateway && before.control === hosts.control;
  const key = await attempt.keyFor(sameHosts);
  await needPermission(hosts, options);
  const probe = (connectionId: string | null) =>
    options.probeSysteme({ ...hosts, key, connectionId }).then((reply) => opened(reply, hosts));

  const { connections } = await probe(null);
  const chosen = choose(connections, request.connectionId);
  if (chosen === null) return { outcome: 'choose-connection', connections };
  const { emailFilter } = await probe(chosen.id);
  const kept = sameHosts && before.connection.id === chosen.id ? before : null;
  const account: SystemeAccount = {
    id: kept?.id ?? crypto.randomUUID(),
    name: defaultName({ system: 'systeme' }),
    system: 'systeme',
    paused: false,
    keyTail: '',
    limit: MATON_LIMIT,
    ...hosts,
    connection: { id: chosen.id, label: chosen.label },
  };
  const taken = request.connectionId === null;
  return { account, emailFilter, said: () => say(chosen.label, { taken, emailFilter }) };
}

function cleanHost(text: string, field: ConnectField, { cleanServer }: ConnectOptions): string {
  const cleaned = cleanServer(text);
  if (cleaned.ok) return cleaned.value;
  const { failure } = cleaned;
  throw new ConnectError(failure.kind === 'bad-input' ? { ...failure, field } : failure, field);
}

async function needPermission(hosts: MatonHosts, { mayReach }: ConnectOptions): Promise<void> {
  for (const field of ['gateway', 'control'] as const) {
    const address = hosts[field];
    if (await mayReach(address)) continue;
    throw new ConnectError({ kind: 'no-permission', host: hostOf(address) }, field);
  }
}

function opened<Value>(reply: Result<Value>, hosts: MatonHosts): Value {
  if (reply.ok) return reply.value;
  throw new ConnectError(reply.failure, fieldOf(reply.failure, hosts));
}

/** Null when the user must choose (law 2). */
function choose(connections: ConnectionChoice[], wantedId: string | null): ConnectionChoice | null {
  const [first] = connections;
  if (!first) throw new ConnectError({ kind: 'no-connection' }, 'connection');
  if (wantedId !== null) return connections.find(({ id }) => id === wantedId) ?? null;
  return connections.length === 1 ? first : null;
}

function say(
  label: string,
  { taken, emailFilter }: { taken: boolean; emailFilter: 'honoured' | 'ignored' | null },
): string[] {
  const connection = taken
    ? `Maton has one active connection, “${label}”: it is used.`
    : `Connected through “${label}”.`;
  if (emailFilter !== 'ignored') return [connection];
  return [
    connection,
    'This account cannot be searched by address, so the first look-ups read through its contacts and take a while.',
  ];
}
