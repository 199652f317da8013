import type {
  CustomField,
  Enrolment,
  Journey,
  Subscriber,
  SubscriberList,
  SubscriberTag,
} from './octeth.ts';
import type { Connection, Contact, SystemeAccount } from './systeme.ts';

export interface WorldState {
  lists: SubscriberList[];
  customFields: CustomField[];
  tags: SubscriberTag[];
  journeys: Journey[];
  subscribers: Subscriber[];
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
  journeys: Journey[] = [];
  subscribers: Subscriber[] = [];
  suppressed = new Set<string>();
  permissions = '*';
  connections: Connection[] = [];
  right!: SystemeAccount;
  wrong!: SystemeAccount;

  #lastId = 900_000;

  fill(state: WorldState): void {
    this.#lastId = 900_000;
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

  /** Names of the tags she has on this list. */
  tagsOf(listId: number, email: string): string[] {
    const subscriber = this.subscriber(listId, email);
    return this.tags.filter((tag) => subscriber?.tagIds.has(tag.id)).map((tag) => tag.name);
  }

  journeysOf(listId: number, email: string): Enrolment[] {
    return this.subscriber(listId, email)?.journeys ?? [];
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
