/** What happens to people in the sandbox behind a reader's back. */
import type { Sandbox } from '../../../sandbox/sandbox.ts';

export function without({ world }: Sandbox, address: string): void {
  world.subscribers = world.subscribers.filter(({ email }) => email !== address);
  world.right.contacts = world.right.contacts.filter(({ email }) => email !== address);
}

export function joinList({ world }: Sandbox, email: string): void {
  const [someone] = world.onList(12);
  if (someone) world.subscribers.push({ ...someone, id: world.nextId(), email });
}

export function joinContacts({ world }: Sandbox, email: string): void {
  const [someone] = world.right.contacts;
  if (someone) world.right.contacts.push({ ...someone, id: world.nextId(), email });
}
