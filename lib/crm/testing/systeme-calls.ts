/** One good call of every method of Systeme.io's client and of Maton's control. */
import { notable } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { SystemeClient } from '../systeme/client';
import * as control from '../systeme/control';
import { CLICK } from './fakes';

type SystemeCall = (client: SystemeClient, ids: Ids) => Promise<unknown>;

/** What the seeded world has, by the server's own ids. */
interface Ids {
  /** In a course and a community, and pays. */
  ada: string;
  /** In neither. */
  ann: string;
  enrollment: string;
  membership: string;
  subscription: string;
}

export function idsIn({ world }: Sandbox): Ids {
  const { enrollments, memberships, subscriptions } = world.right;
  const idOf = (email: string) => world.contact(email)?.id;
  const ada = idOf(notable.ada.email);
  const hers = (rows: { id: number; contactId: number }[] | null) =>
    String(rows?.find(({ contactId }) => contactId === ada)?.id);
  return {
    ada: String(ada),
    ann: String(idOf(notable.ann.email)),
    enrollment: hers(enrollments),
    membership: hers(memberships),
    subscription: hers(subscriptions),
  };
}

const PAGE = { limit: 10 };
const access = { type: 'full_access' } as const;

export const systemeCalls: Record<keyof SystemeClient, SystemeCall> = {
  contacts: (client) => client.contacts(PAGE, CLICK),
  contact: (client, { ada }) => client.contact(ada, CLICK),
  createContact: (client) => client.createContact({ email: 'nova@example.org', fields: [] }, CLICK),
  updateContact: (client, { ada }) =>
    client.updateContact(ada, [{ slug: 'surname', value: 'Byron' }], CLICK),
  deleteContact: (client, { ada }) => client.deleteContact(ada, CLICK),
  tags: (client) => client.tags(PAGE, CLICK),
  tagById: (client) => client.tagById('503', CLICK),
  createTag: (client) => client.createTag('Fresh', CLICK),
  renameTag: (client) => client.renameTag('503', 'Patron', CLICK),
  deleteTag: (client) => client.deleteTag('503', CLICK),
  assignTag: (client, { ada }) => client.assignTag(ada, '503', CLICK),
  removeTag: (client, { ada }) => client.removeTag(ada, '501', CLICK),
  contactFields: (client) => client.contactFields(CLICK),
  createContactField: (client) =>
    client.createContactField({ slug: 'shoe_size', name: 'Shoe size' }, CLICK),
  renameContactField: (client) => client.renameContactField('custom', 'Family name', CLICK),
  deleteContactField: (client) => client.deleteContactField('custom', CLICK),
  courses: (client) => client.courses(PAGE, CLICK),
  enrollments: (client, { ada }) => client.enrollments({ ...PAGE, contact: ada }, CLICK),
  createEnrollment: (client, { ann }) =>
    client.createEnrollment('302', { contactId: ann, access }, CLICK),
  deleteEnrollment: (client, { enrollment }) => client.deleteEnrollment(enrollment, CLICK),
  communities: (client) => client.communities(PAGE, CLICK),
  memberships: (client, { ada }) => client.memberships({ ...PAGE, contact: ada }, CLICK),
  createMembership: (client, { ann }) => client.createMembership('801', ann, CLICK),
  deleteMembership: (client, { membership }) => client.deleteMembership(membership, CLICK),
  subscriptions: (client, { ada }) => client.subscriptions({ ...PAGE, contact: ada }, CLICK),
  cancelSubscription: (client, { subscription }) =>
    client.cancelSubscription(subscription, 'now', CLICK),
};

type MatonCall = (access: control.MatonAccess, connectionId: string) => Promise<unknown>;

export const matonCalls: Record<keyof typeof control, MatonCall> = {
  readConnections: (access) => control.readConnections(access, {}),
  listConnections: (access) => control.listConnections(access),
  createConnection: (access) => control.createConnection(access),
  readConnection: (access, connectionId) => control.readConnection({ ...access, connectionId }),
  readConnectionPage: (access, connectionId) =>
    control.readConnectionPage({ ...access, connectionId }),
  removeConnection: (access, connectionId) => control.removeConnection({ ...access, connectionId }),
};
