/** The rights that servers know, which operation needs which, and what answers tell of them. */
import type { Failure } from '../failure';
import type { Known, Rights } from './ability';
import type { System } from './account';

/** A right by the server's own name: a permission of Octeth's, an operation of Systeme.io's. */
export interface Right {
  right: string;
  /** After “The key may”. */
  does: string;
}

const right = (name: string, does: string): Right => ({ right: name, does });

/** In the order in which they matter to somebody who looks a person up. */
export const RIGHTS: Record<System, readonly Right[]> = {
  octeth: [
    right('Subscribers.Get', 'look up'),
    right('Subscriber.Update', 'tag and edit'),
    right('Subscribers.Import', 'add, import and export'),
    right('Campaign.Create', 'trigger journeys'),
    right('List.Update', 'see and change tags'),
    right('Lists.Get', 'see the lists'),
    right('CustomFields.Get', 'see the fields'),
    right('Segments.Get', 'see the segments'),
    right('Subscribers.Delete', 'delete people'),
  ],
  // It gives its permissions no names.
  systeme: [
    right('GET /contacts', 'look up'),
    right('POST /contacts/{id}/tags', 'tag'),
    right('DELETE /contacts/{id}/tags/{id}', 'untag'),
    right('POST /contacts', 'add'),
    right('PATCH /contacts/{id}', 'edit'),
    right('DELETE /contacts/{id}', 'delete people'),
    right('GET /tags', 'see tags'),
    right('POST /tags', 'create tags'),
    right('PUT /tags/{id}', 'rename tags'),
    right('DELETE /tags/{id}', 'delete tags'),
    right('GET /contact_fields', 'see fields'),
    right('POST /contact_fields', 'create fields'),
    right('PATCH /contact_fields/{slug}', 'rename fields'),
    right('DELETE /contact_fields/{slug}', 'delete fields'),
    right('GET /school/courses', 'see courses'),
    right('POST /school/courses/{id}/enrollments', 'enrol'),
    right('DELETE /school/enrollments/{id}', 'take out of courses'),
    right('GET /community/communities', 'see communities'),
    right('POST /community/communities/{id}/memberships', 'add to communities'),
    right('DELETE /community/memberships/{id}', 'take out of communities'),
    right('GET /payment/subscriptions', 'see subscriptions'),
    right('POST /payment/subscriptions/{id}/cancel', 'cancel subscriptions'),
  ],
};

/** What each command needs, from Octeth's reference. Those that need nothing are not here. */
const OCTETH_COMMANDS: Readonly<Record<string, string>> = {
  'subscriber.get': 'Subscribers.Get',
  'subscriber.exists': 'Subscribers.Get',
  'subscriber.get.activity': 'Subscribers.Get',
  'subscribers.get': 'Subscribers.Get',
  'subscribers.search': 'Subscribers.Get',
  'subscriber.update': 'Subscriber.Update',
  'subscriber.tag': 'Subscriber.Update',
  'subscriber.untag': 'Subscriber.Update',
  'subscriber.create': 'Subscribers.Import',
  'subscribers.import': 'Subscribers.Import',
  'subscribers.import.post': 'Subscribers.Import',
  'subscribers.import.get': 'Subscribers.Import',
  'subscribers.import.prepare': 'Subscribers.Import',
  'subscribers.export.post': 'Subscribers.Import',
  'subscribers.export.get': 'Subscribers.Import',
  'subscribers.delete': 'Subscribers.Delete',
  'subscribers.delete.all': 'Subscribers.Delete',
  'subscriber.tags.get': 'List.Update',
  'subscriber.tags.create': 'List.Update',
  'subscriber.tags.update': 'List.Update',
  'subscriber.tags.delete': 'List.Update',
  'journey.list': 'Campaign.Create',
  'subscriber.journey.list': 'Campaign.Create',
  'subscriber.journey.trigger': 'Campaign.Create',
  'subscriber.journey.remove': 'Campaign.Create',
  'subscriber.journey.exit': 'Campaign.Create',
  'lists.get': 'Lists.Get',
  'customfields.get': 'CustomFields.Get',
  'segments.get': 'Segments.Get',
};

/** The right that an operation needs; null where none is known of. */
export function rightOf(system: System, operation: string): string | null {
  if (system === 'octeth') return OCTETH_COMMANDS[operation] ?? null;
  const shape = operation.replace(/(\/contact_fields\/)[^/]+$/, '$1{slug}');
  return RIGHTS.systeme.some((one) => one.right === shape) ? shape : null;
}

/** What an answer tells of the right that its operation needed; nothing where it tells nothing. */
export function toldBy(system: System, operation: string, failure: Failure | null): Rights {
  const needed = rightOf(system, operation);
  if (needed === null) return {};
  if (failure?.kind === 'not-allowed') {
    // Systeme.io names no permission: its operation is the name.
    const named = system === 'octeth' ? failure.permission : null;
    return { [needed]: { may: false, named } };
  }
  return failure === null || isPastTheCheck(system, failure) ? { [needed]: { may: true } } : {};
}

/** Refused for what was asked, so not for who asked. */
function isPastTheCheck(system: System, failure: Failure): boolean {
  if (failure.kind === 'not-found') return system === 'octeth' && failure.what !== 'command';
  if (failure.kind !== 'refused' || failure.code === null) return false;
  return system === 'octeth' ? failure.code < 400 : failure.code === 422;
}

/** Newer Octeth servers say it themselves: names with commas between, or `*` for all. */
export function rightsFrom(permissions: string): Rights {
  const names = new Set(permissions.split(',').map((name) => name.trim()));
  return Object.fromEntries(
    RIGHTS.octeth.map(({ right: name }): [string, Known] => [
      name,
      names.has('*') || names.has(name) ? { may: true } : { may: false, named: name },
    ]),
  );
}
