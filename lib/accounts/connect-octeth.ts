import type { ConnectRequest } from '../messaging/protocol';
import { type Account, OCTETH_LIMIT, type OctethAccount } from '../people/account';
import { defaultName } from './account-names';
import type { Attempt, ConnectOptions, Tried } from './connect';
import { ConnectError, fieldOf, hostOf } from './connect-failure';

export type OctethRequest = Extract<ConnectRequest, { system: 'octeth' }>;

export async function tryOcteth(
  request: OctethRequest,
  attempt: Attempt,
  { cleanServer, probeOcteth, mayReach }: ConnectOptions,
): Promise<Tried> {
  const cleaned = cleanServer(request.server);
  if (!cleaned.ok) throw new ConnectError(cleaned.failure, 'server');
  const server = cleaned.value;
  const before = attempt.before?.system === 'octeth' ? attempt.before : null;
  const isSame = before?.server === server;
  const key = await attempt.keyFor(isSame);
  if (!(await mayReach(server))) {
    throw new ConnectError({ kind: 'no-permission', host: hostOf(server) }, 'server');
  }
  const probed = await probeOcteth({ server, key });
  if (!probed.ok) throw new ConnectError(probed.failure, fieldOf(probed.failure, null));
  const { lists, listsByHand, as } = probed.value;
  const account: OctethAccount = {
    id: isSame ? before.id : crypto.randomUUID(),
    name: defaultName({ system: 'octeth', server }),
    system: 'octeth',
    paused: false,
    keyTail: '',
    limit: OCTETH_LIMIT,
    server,
    lists: lists.map((list) => ({ ...list, searched: true })),
    listsByHand,
    journeysByHand: [],
  };
  const said = (saved: Account) => say(saved.system === 'octeth' ? saved : account, as);
  return { account, emailFilter: null, said };
}

function say({ lists, listsByHand }: OctethAccount, as: string | null): string[] {
  const whose = as ? [`The key belongs to ${as}.`] : [];
  if (listsByHand) {
    return [...whose, 'This server does not tell its lists: type their ids below.'];
  }
  if (lists.length === 0) return [...whose, 'It has no lists yet, so nobody can be found in it.'];
  const searched = lists.filter((list) => list.searched).length;
  if (lists.length === 1) return [...whose, `Its one list is ${searched ? '' : 'not '}searched.`];
  const which = searched === lists.length ? 'All' : `${searched} of`;
  return [...whose, `${which} ${lists.length} lists are searched.`];
}
