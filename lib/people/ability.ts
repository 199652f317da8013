/** What a key may do, as far as it is known. Each deed needs one right of the server's. */
import type { System } from './account';
import type { Intent } from './intent';

/** Every write by its intent's name, and the reads that a screen depends on. */
export type Deed =
  | Intent['kind']
  | 'look-up'
  | 'read-lists'
  | 'read-tags'
  | 'read-fields'
  | 'export';

/** `named` is the permission as the server itself called it when it said no. */
export type Known = { may: true } | { may: false; named: string | null };

/** By right; one that is absent is not known. */
export type Rights = Readonly<Record<string, Known>>;

export interface Abilities {
  /** When the key was last tried on purpose, in milliseconds since 1970; null: never. */
  at: number | null;
  rights: Rights;
}

export const NOTHING_KNOWN: Abilities = { at: null, rights: {} };

/** What a deed needs; absent where the system has no such deed, or asks no right for it. */
const NEEDS: Record<System, Partial<Record<Deed, string>>> = {
  octeth: {
    'look-up': 'Subscribers.Get',
    'read-lists': 'Lists.Get',
    'read-tags': 'List.Update',
    'read-fields': 'CustomFields.Get',
    export: 'Subscribers.Import',
    import: 'Subscribers.Import',
    tag: 'Subscriber.Update',
    untag: 'Subscriber.Update',
    'trigger-journey': 'Campaign.Create',
    'leave-journey': 'Campaign.Create',
    'exit-journey': 'Campaign.Create',
    add: 'Subscribers.Import',
    update: 'Subscriber.Update',
    delete: 'Subscribers.Delete',
    'delete-people': 'Subscribers.Delete',
    'empty-list': 'Subscribers.Delete',
    'create-tag': 'List.Update',
    'rename-tag': 'List.Update',
    'delete-tag': 'List.Update',
  },
  systeme: {
    'look-up': 'GET /contacts',
    'read-tags': 'GET /tags',
    'read-fields': 'GET /contact_fields',
    tag: 'POST /contacts/{id}/tags',
    untag: 'DELETE /contacts/{id}/tags/{id}',
    add: 'POST /contacts',
    update: 'PATCH /contacts/{id}',
    delete: 'DELETE /contacts/{id}',
    enrol: 'POST /school/courses/{id}/enrollments',
    unenrol: 'DELETE /school/enrollments/{id}',
    join: 'POST /community/communities/{id}/memberships',
    leave: 'DELETE /community/memberships/{id}',
    cancel: 'POST /payment/subscriptions/{id}/cancel',
    'create-tag': 'POST /tags',
    'rename-tag': 'PUT /tags/{id}',
    'delete-tag': 'DELETE /tags/{id}',
    'create-field': 'POST /contact_fields',
    'rename-field': 'PATCH /contact_fields/{slug}',
    'delete-field': 'DELETE /contact_fields/{slug}',
  },
};

/** The right a deed lacks, by the name the server gives it; null while nothing says so. */
export function lackedBy(system: System, deed: Deed, { rights }: Abilities): string | null {
  const needed = NEEDS[system][deed];
  const known = needed === undefined ? undefined : rights[needed];
  return known?.may === false ? (known.named ?? needed ?? null) : null;
}

/** Why something is off, beside it: short, and the same everywhere. */
export const sayLacking = (right: string): string => `This key may not do that (${right})`;
