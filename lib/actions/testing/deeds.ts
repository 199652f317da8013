/** The rest of the back end in memory. It says no to what is so already, as servers do. */
import type { AccessDeeds, CatalogueDeeds, ConnectionDeeds, PersonDeeds } from '../../crm/crm';
import { done, failed, type Result } from '../../failure';
import type { Choice } from '../../people/details';
import { detailsWith } from '../../people/testing/details';
import type { Profile } from '../../people/profile';
import { DROPPED, NOT_THERE, placeOf, type Server, writeTo } from './server';

type Deeds = Omit<PersonDeeds, 'exitJourney'> & AccessDeeds & CatalogueDeeds & ConnectionDeeds;

const NO: Result<null> = failed({ kind: 'refused', reason: 'It is so already', code: 5 });

export const createDeeds = (server: Server): Deeds => ({
  ...personDeeds(server),
  ...accessDeeds(server),
  ...catalogueDeeds(server),
  ...connectionDeeds(server),
});

const part = <Value>(server: Server, value: Value): Result<Value> =>
  server.down || server.isMute ? failed(DROPPED) : done(structuredClone(value));

function personDeeds(server: Server): Omit<PersonDeeds, 'exitJourney'> {
  const send = writeTo(server);
  const change = (effect: string, act: (profile: Profile) => Result<null> | void) =>
    send(effect, () => (server.profile ? act(server.profile) : NOT_THERE));
  return {
    details: async () =>
      detailsWith({
        fields: part(server, fieldsOf(server)),
        courses: part(server, server.courses),
        communities: part(server, server.communities),
        subscriptions: part(server, server.subscriptions),
      }),
    update: (_target, { fields, address }) =>
      change('update', (profile) => {
        for (const { id, after } of fields) server.fields[id] = after;
        if (address) profile.address = address.after;
      }),
    unsubscribe: (_target, { suppress }) =>
      change('unsubscribe', (profile) => {
        if (profile.standings.includes('unsubscribed')) return NO;
        profile.standings = suppress ? ['suppressed', 'unsubscribed'] : ['unsubscribed'];
        return undefined;
      }),
    previewUnsubscribe: async () => done({ outcome: 'untold', why: 'untried' }),
    confirm: () =>
      change('confirm', (profile) => {
        if (!profile.standings.includes('pending')) return NO;
        profile.standings = ['subscribed'];
        return undefined;
      }),
    removePerson: () =>
      change('delete', () => {
        server.profile = null;
      }),
  };
}

const fieldsOf = ({ fields }: Server) =>
  Object.entries(fields).map(([id, value]) => ({ id, name: id, value }));

const NEW_ENROLMENT = '91';

function accessDeeds(server: Server): AccessDeeds {
  const send = writeTo(server);
  return {
    enrol: async (_target, course, { type }) => {
      const made = await send('enrol', () => {
        if (server.courses.some((each) => each.course.id === course.id)) return NO;
        server.courses.push({ id: NEW_ENROLMENT, course, access: type, active: true });
        return undefined;
      });
      return made.ok ? done(NEW_ENROLMENT) : made;
    },
    endEnrolment: (_target, { id }) =>
      send('end enrolment', () => removed(server.courses, (each) => each.id === id)),
    unenrol: (_target, course) =>
      send('unenrol', () => removed(server.courses, (each) => each.course.id === course.id)),
    join: (_target, community) =>
      send('join', () => {
        if (server.communities.some((each) => each.community.id === community.id)) return NO;
        server.communities.push({ id: '92', community });
        return undefined;
      }),
    leave: (_target, community) =>
      send('leave community', () =>
        removed(server.communities, (each) => each.community.id === community.id),
      ),
    cancel: async (_target, id, when) => {
      const ended = server.isHasty ? 'now' : when;
      const reply = await send('cancel', () => {
        const plan = server.subscriptions.find((each) => each.id === id);
        if (plan?.state !== 'active') return NO;
        plan.state = ended === 'now' ? 'cancelled' : 'ending';
        return undefined;
      });
      return reply.ok ? done(ended) : reply;
    },
  };
}

function catalogueDeeds(server: Server): CatalogueDeeds {
  const send = writeTo(server);
  const place = placeOf(server.account);
  const { tags, fields } = server.catalogue;
  return {
    catalogue: async () => ({
      at: 1,
      ...(place && { places: server.isUnsearched ? [] : [place] }),
      tags: part(server, server.isUnsearched ? [] : tags),
      fields: part(server, fields),
      courses: null,
      communities: null,
    }),
    renameTag: (_place, { id }, name) => send('rename tag', () => renamed(tags, id, name)),
    deleteTag: (_place, { id }) => send('delete tag', () => removed(tags, (tag) => tag.id === id)),
    countTag: async () => done({ people: 0, looked: 0, next: null }),
    createField: ({ name, slug }) =>
      send('create field', () => {
        if (fields.some((field) => field.id === slug)) return NO;
        fields.push({ id: slug, name, place, required: false });
        return undefined;
      }),
    renameField: (slug, name) => send('rename field', () => renamed(fields, slug, name)),
    deleteField: (slug) =>
      send('delete field', () => removed(fields, (field) => field.id === slug)),
  };
}

const UNASKED: Result<never> = failed({ kind: 'broken', where: 'test' });

function connectionDeeds(server: Server): ConnectionDeeds {
  const send = writeTo(server);
  const { connections } = server;
  return {
    connections: async () => part(server, connections),
    connection: async () => UNASKED,
    connectionPage: async () => UNASKED,
    createConnection: async () => {
      const made = await send('make connection', () => {
        connections.push({ id: NEW_CONNECTION, label: 'New', since: null, state: 'pending' });
      });
      return made.ok ? done(NEW_CONNECTION) : made;
    },
    removeConnection: (connectionId) =>
      send('remove connection', () => removed(connections, ({ id }) => id === connectionId)),
  };
}

export const NEW_CONNECTION = 'c-new';

function removed<Row>(rows: Row[], isIt: (row: Row) => boolean): Result<null> {
  const at = rows.findIndex(isIt);
  if (at === -1) return NO;
  rows.splice(at, 1);
  return done(null);
}

function renamed(rows: Choice[], id: string, name: string): Result<null> {
  const row = rows.find((each) => each.id === id);
  if (!row) return NO;
  row.name = name;
  return done(null);
}
