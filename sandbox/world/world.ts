import { createHash } from 'node:crypto';
import type { Condition } from './conditions.ts';
import type { ExportJob, ImportDraft, ImportJob } from './jobs.ts';
import type {
  CustomField,
  Enrolment,
  Journey,
  Segment,
  Subscriber,
  SubscriberList,
  SubscriberTag,
} from './octeth.ts';
import type { Connection, Contact, SystemeAccount } from './systeme.ts';

export interface WorldState {
  lists: SubscriberList[];
  customFields: CustomField[];
  tags: SubscriberTag[];
  segments: Segment[];
  journeys: Journey[];
  subscribers: Subscriber[];
  imports: ImportJob[];
  importDrafts: ImportDraft[];
  exports: ExportJob[];
  /** Lower-cased addresses that must get no mail from anybody here. */
  suppressed: Set<string>;
  /** What Octeth's key may do: `*`, or permission names. */
  permissions: string;
  connections: Connection[];
  right: SystemeAccount;
  wrong: SystemeAccount;
}

/** Both services' live state. Filled anew by a reset, so hold the world, not its parts. */
export class World implements WorldState {
  lists: SubscriberList[] = [];
  customFields: CustomField[] = [];
  tags: SubscriberTag[] = [];
  segments: Segment[] = [];
  journeys: Journey[] = [];
  subscribers: Subscriber[] = [];
  imports: ImportJob[] = [];
  importDrafts: ImportDraft[] = [];
  exports: ExportJob[] = [];
  suppressed = new Set<string>();
  permissions = '*';
  /** How many subscribers the account may hold. */
  subscriberLimit = Infinity;
  /** Whoever logged in as herself, by SessionID. */
  sessions = new Map<string, { listId: number; subscriberId: number }>();
  /** What is wrong with Octeth itself, or peculiar to it. */
  conditions = new Set<Condition>();
  connections: Connection[] = [];
  right!: SystemeAccount;
  wrong!: SystemeAccount;

  /** How long Systeme.io (public) keeps a new membership in its queue. */
  membershipsQueueMs = 0;

  #lastId = 900_000;

  fill(state: WorldState): void {
    this.#lastId = 900_000;
    this.subscriberLimit = Infinity;
    this.sessions.clear();
    this.conditions.clear();
    Object.assign(this, state);
  }

  /** An id that no seeded thing has. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  list(listId: number): SubscriberList | undefined {
    return this.lists.find((list) => list.id === listId);
  }

  onList(listId: number): Subscriber[] {
    return this.subscribers.filter((subscriber) => subscriber.listId === listId);
  }

  /** Addresses compare as MySQL compares them: without regard to case. */
  subscriber(listId: number, email: string): Subscriber | undefined {
    const wanted = email.toLowerCase();
    return this.subscribers.find(
      (subscriber) => subscriber.listId === listId && subscriber.email.toLowerCase() === wanted,
    );
  }

  subscriberById(listId: number, id: number): Subscriber | undefined {
    return this.subscribers.find(
      (subscriber) => subscriber.listId === listId && subscriber.id === id,
    );
  }

  /** The tag of that name, made where the list has none. */
  ensureTag(listId: number, name: string): SubscriberTag {
    const wanted = name.toLowerCase();
    const there = this.tags.find(
      (tag) => tag.listId === listId && tag.name.toLowerCase() === wanted,
    );
    if (there) return there;
    const tag = { id: this.nextId(), listId, name, description: '' };
    this.tags.push(tag);
    return tag;
  }

  /** Names of the tags she has on this list. */
  tagsOf(listId: number, email: string): string[] {
    const subscriber = this.subscriber(listId, email);
    return this.tags.filter((tag) => subscriber?.tagIds.has(tag.id)).map((tag) => tag.name);
  }

  journeysOf(listId: number, email: string): Enrolment[] {
    return this.subscriber(listId, email)?.journeys ?? [];
  }

  /** What the mail to somebody who has not confirmed yet says; null for everybody else. */
  confirmationCodeOf(listId: number, email: string): string | null {
    const subscriber = this.subscriber(listId, email);
    if (subscriber?.status !== 'Opt-In Pending') return null;
    const salted = `${listId}/${subscriber.id}/${subscriber.email}`;
    return createHash('md5').update(salted).digest('hex').slice(0, 12);
  }

  /** The fields a list has, the global ones among them. */
  fieldsOn(listId: number): CustomField[] {
    return this.customFields.filter((field) => field.listId === listId || field.listId === 0);
  }

  isSuppressed(email: string): boolean {
    return this.suppressed.has(email.toLowerCase());
  }

  /** In the right account unless another is given. */
  contact(email: string, account: SystemeAccount = this.right): Contact | undefined {
    const wanted = email.toLowerCase();
    return account.contacts.find((contact) => contact.email.toLowerCase() === wanted);
  }

  contactTagsOf(email: string, account: SystemeAccount = this.right): string[] {
    const contact = this.contact(email, account);
    return account.tags.filter((tag) => contact?.tagIds.has(tag.id)).map((tag) => tag.name);
  }

  connection(id: string): Connection | undefined {
    return this.connections.find((connection) => connection.id === id);
  }

  /** What happens when somebody finishes the page behind a connection's `url`. */
  authorise(connectionId: string): boolean {
    const connection = this.connection(connectionId);
    if (connection) connection.status = 'ACTIVE';
    return connection !== undefined;
  }

  /** The Systeme.io key behind this connection stops working. */
  breakKey(connectionId: string): boolean {
    const connection = this.connection(connectionId);
    if (connection) connection.keyBroken = true;
    return connection !== undefined;
  }
}
