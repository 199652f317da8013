import type { ConnectRequest } from '../messaging/protocol';
import { OCTETH_LIMIT, type OctethAccount, type Place } from '../people/account';
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
  const kept = isSame ? before : null;
  const account: OctethAccount = {
    id: kept?.id ?? crypto.randomUUID(),
    name: before?.name ?? defaultName({ system: 'octeth', server }),
    system: 'octeth',
    paused: before?.paused ?? false,
    keyTail: before?.keyTail ?? '',
    limit: before?.limit ?? OCTETH_LIMIT,
    server,
    lists: listsByHand ? (kept?.lists ?? []) : withChoice(lists, kept),
    listsByHand,
    journeysByHand: kept?.journeysByHand ?? [],
  };
  return { account, emailFilter: null, said: say(account, as) };
}

/** What was chosen stays chosen; a list not seen before is searched. */
function withChoice(lists: Place[], before: OctethAccount | null): OctethAccount['lists'] {
  const chosen = new Map(before?.lists.map(({ id, searched }) => [id, searched]));
  const merged = lists.map((list) => ({ ...list, searched: chosen.get(list.id) ?? true }));
  // Where every chosen list has gone, searching none would be called “found nowhere” (law 3).
  if (merged.some(({ searched }) => searched)) return merged;
  return merged.map((list) => ({ ...list, searched: true }));
}

function say({ lists, listsByHand }: OctethAccount, as: string | null): string[] {
  const whose = as ? [`The key belongs to ${as}.`] : [];
  if (listsByHand) {
    return [...whose, 'This server does not tell its lists: type their ids below.'];
  }
  if (lists.length === 0) return [...whose, 'It has no lists yet, so nobody can be found in it.'];
  const searched = lists.filter((list) => list.searched).length;
  const count = lists.length === 1 ? '1 list' : `${lists.length} lists`;
  const which = searched === lists.length ? 'searched in full' : `${searched} of them searched`;
  return [...whose, `${count}, ${which}.`];
}
