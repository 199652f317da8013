/** So many people in the sandbox, on one list and among the contacts, and no other list. */
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** Each so manieth has bounced: more than a page of them, of however many people are filled in. */
const HARD = 16;
const SOFT = 25;

export function fillWorld({ world }: Sandbox, people: number): void {
  const [list] = world.lists;
  const [contact] = world.right.contacts;
  const someone = list && world.onList(list.id)[0];
  if (!list || !someone || !contact) throw new Error('The sandbox has nobody');
  const emails = Array.from({ length: people }, (_, index) => `p${index}@crowd.example`);
  world.lists = [list];
  world.subscribers = emails.map((email, index) => {
    const bounce = index % HARD === 0 ? 'Hard' : index % SOFT === 0 ? 'Soft' : 'Not Bounced';
    return { ...someone, id: world.nextId(), email, status: 'Subscribed', bounce };
  });
  world.right.contacts = emails
    .map((email) => ({ ...contact, id: world.nextId(), email }))
    .toReversed();
}

/** Of those groups that rows of the seed dialect do not tell of. */
export function groupSizes({ world }: Sandbox): number[] {
  return ['Hard', 'Soft'].map(
    (kind) => world.subscribers.filter(({ bounce }) => bounce === kind).length,
  );
}
