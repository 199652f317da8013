/** A back end in memory, for tests of the outbox. */
import { done, failed } from '../../failure';
import { sameAddress } from '../../people/address';
import type { Profile } from '../../people/profile';
import type { Ask, Crm } from '../../crm/crm';
import { createDeeds } from './deeds';
import { createListDeeds } from './list-deeds';
import {
  DROPPED,
  findings,
  JOURNEY,
  newcomer,
  NOT_THERE,
  placeOf,
  type Server,
  VIP,
  writeTo,
} from './server';

export function createCrm(server: Server): Crm {
  const send = writeTo(server);
  const write = (effect: string, act: (profile: Profile) => Profile) =>
    send(effect, () => {
      if (!server.profile && effect !== 'add') return NOT_THERE;
      server.profile = act(server.profile ?? newcomer(server.account));
      return undefined;
    });
  const journeys = (active: boolean) => (profile: Profile) => ({
    ...profile,
    journeys: active
      ? [{ ...JOURNEY, state: 'active' as const, step: null, steps: null, since: null }]
      : [],
  });
  return noting(server, {
    account: server.account,
    find: async () => findings(server),
    reread: async ({ address }) => {
      if (server.down) return failed(DROPPED);
      const isSame = !server.profile || sameAddress(server.profile.address, address);
      return done(isSame ? structuredClone(server.profile) : 'moved');
    },
    roll: async () => done({ people: [], isGroup: false, next: null, passed: 0, total: 0 }),
    tags: async () => done([]),
    journeys: async () => done([]),
    ensureTag: async (_place, { name }) => {
      server.asked.push('ensureTag');
      if (server.down) return failed(DROPPED);
      if (!server.effects.includes('create tag')) {
        server.effects.push('create tag');
        server.catalogue.tags.push({ id: '1', name, place: placeOf(server.account), people: 0 });
      }
      return done({ id: '1', name });
    },
    tag: (_target, id) =>
      write('tag', (profile) => ({ ...profile, tags: [{ id, name: VIP.name }] })),
    untag: (_target, id) =>
      write('untag', (profile) => ({
        ...profile,
        tags: profile.tags.filter((tag) => tag.id !== id),
      })),
    triggerJourney: () => write('trigger', journeys(true)),
    leaveJourney: () => write('leave', journeys(false)),
    exitJourney: () => write('exit', journeys(false)),
    add: ({ standing }) =>
      write('add', () => ({ ...newcomer(server.account), standings: [standing] })),
    ...createDeeds(server),
    ...createListDeeds(server),
  });
}

/** What each is asked with comes last: there the server notes what became of it. */
function noting(server: Server, made: Crm): Crm {
  const entries = Object.entries(made).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const call = (...given: unknown[]): unknown => {
      server.note = (given.at(-1) as Ask | undefined)?.note; // by the type of every call
      return (value as (...given: unknown[]) => unknown)(...given); // checked above
    };
    return [name, call];
  });
  return Object.fromEntries(entries) as Crm; // the same names, each wrapped
}
