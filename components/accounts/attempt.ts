import type { Failure } from '@/lib/failure';
import type { ConnectField, ConnectReply, ConnectRequest } from '@/lib/messaging/protocol';
import { readServerHost } from './hosts';
import type { Powers } from './powers';

export const SERVER_EXAMPLE = 'https://mail.acme.com';
export const GATEWAY_DEFAULT = 'https://gateway.maton.ai';
export const CONTROL_DEFAULT = 'https://ctrl.maton.ai';

const KEY_LENGTH = 1_000;
export const NAME_LENGTH = 60;

type Failed = Omit<Extract<ConnectReply, { outcome: 'failed' }>, 'field'>;

export type FormField = ConnectField | 'name';

/** `field` is null where no field is to blame. `also`: what is wrong with the form besides. */
export type Attempt =
  | Exclude<ConnectReply, { outcome: 'failed' }>
  | (Failed & { field: FormField | null; also?: AtField });

export interface AtField {
  failure: Failure;
  field: FormField | null;
}

type Failing = Extract<Attempt, { outcome: 'failed' }>;

const fail = (failure: Failure, field: FormField | null): Failing => ({
  outcome: 'failed',
  failure,
  field,
  offer: null,
});

/**
 * Tries to connect. Everything up to the browser's question for the hosts happens in the caller's
 * own turn: call it straight from the click.
 */
export async function tryToConnect(request: ConnectRequest, powers: Powers): Promise<Attempt> {
  const hosts = hostsToAsk(request);
  const typing = typingProblem(request);
  if ('outcome' in hosts) {
    return typing ? { ...hosts, also: { failure: typing, field: fieldOf(typing) } } : hosts;
  }
  if (typing) return fail(typing, fieldOf(typing));
  if (!(await powers.askHosts(hosts.patterns).catch(() => false))) {
    const field = request.system === 'octeth' ? 'server' : 'gateway';
    return fail({ kind: 'no-permission', host: hosts.names.join(' and ') }, field);
  }
  const reply = await powers.client.connect(request);
  if (!reply.ok) return fail(reply.failure, fieldOf(reply.failure));
  // From now on there are keys and a journal to lose.
  if (reply.value.outcome === 'saved' && request.accountId === null) powers.persist();
  if (reply.value.outcome !== 'failed') return reply.value;
  return { ...reply.value, field: fieldOf(reply.value.failure) ?? reply.value.field };
}

/**
 * Maton has renamed its hosts: whoever uses one of them is asked for all three at once, so that
 * the other family can be tried when one does not answer.
 */
const MATON_PATTERNS = ['gateway', 'ctrl', 'api'].map((name) => `https://${name}.maton.ai/*`);

function hostsToAsk(request: ConnectRequest): { patterns: string[]; names: string[] } | Failing {
  const typed: [ConnectField, string, string][] =
    request.system === 'octeth'
      ? [['server', request.server, SERVER_EXAMPLE]]
      : [
          ['gateway', request.gateway, GATEWAY_DEFAULT],
          ['control', request.control, CONTROL_DEFAULT],
        ];
  const patterns = new Set<string>();
  const names = new Set<string>();
  for (const [field, address, example] of typed) {
    const read = readServerHost(address, example);
    if (!read.ok) return fail({ kind: 'bad-input', field, reason: read.reason }, field);
    patterns.add(read.pattern);
    names.add(read.host);
  }
  const isMaton = MATON_PATTERNS.some((pattern) => patterns.has(pattern));
  const asked = isMaton ? patterns.union(new Set(MATON_PATTERNS)) : patterns;
  return { patterns: [...asked], names: [...names] };
}

/** The background checks again; here it is only said before the browser asks for a host. */
function typingProblem({ system, accountId, key, name }: ConnectRequest): Failure | null {
  const whose = system === 'octeth' ? 'your Octeth user settings' : 'your Maton settings';
  const refuse = (field: FormField, reason: string): Failure => ({
    kind: 'bad-input',
    field,
    reason,
  });
  if (key === null && accountId === null) return refuse('key', `Paste the API key from ${whose}.`);
  if (key && key.length > KEY_LENGTH) return refuse('key', 'That is far too long for an API key.');
  if (key && /\s/.test(key)) {
    return refuse('key', `An API key has no spaces in it. Copy it once more from ${whose}.`);
  }
  if (name.length > NAME_LENGTH) {
    return refuse('name', `A name has ${NAME_LENGTH} characters at most.`);
  }
  return null;
}

const FIELDS: readonly FormField[] = ['name', 'server', 'key', 'gateway', 'control', 'connection'];

function fieldOf(failure: Failure): FormField | null {
  if (failure.kind !== 'bad-input') return null;
  return FIELDS.find((field) => field === failure.field) ?? null;
}
