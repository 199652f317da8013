import { failureOf } from '../../failure';
import type { Failure } from '../../failure';
import type { EmailAddress } from '../../people/address';
import { sameAddress } from '../../people/address';
import type { Ask } from '../crm';
import { createGate } from '../gate';
import type { WalkPosition } from '../needs';
import type { SystemeClient } from './client';
import { isMissing } from './refusals';
import type { Contact } from './schemas';
import { stepDown, stepHead } from './walk';
import type { Walking } from './walk';

/** As many pages as one look-up reads before it says how far it has come. */
const PAGES_AT_ONCE = 4;
/** Within one long walk, so often is looked for people who came in since it began. */
const HEAD_MS = 60_000;

export interface Walked {
  found: Contact | null;
  walk: { passed: number; complete: boolean };
  failure: Failure | null;
}

export interface Walker {
  find(address: EmailAddress, ask: Ask): Promise<Walked>;
}

/**
 * One walk for an account, whoever asks: look-ups take turns page by page, clicks first, and whom
 * another one has passed in between the next turn recalls. `complete` is said only if, since this
 * look-up began, the newest contacts were read too.
 */
export function createWalker(walking: Walking, now: () => number): Walker {
  const turns = createGate(1);
  let caughtUpAt = Number.NEGATIVE_INFINITY;

  const step = async (
    { newestId, complete, head }: WalkPosition,
    { address, began }: Looking,
    ask: Ask,
  ): Promise<Contact | null> => {
    const headDueAt = complete ? began : now() - HEAD_MS;
    const hasBegun = newestId !== null || complete;
    const isHeadDue = hasBegun && (head !== null || caughtUpAt < headDueAt);
    const startedAt = now();
    const { found, isCaughtUp } = await (isHeadDue ? stepHead : stepDown)(walking, address, ask);
    if (isCaughtUp) caughtUpAt = startedAt;
    return found;
  };

  const toldOf = ({ passed, complete, head }: WalkPosition, began: number): Walked['walk'] => ({
    passed: passed + (head?.passed ?? 0),
    complete: complete && head === null && caughtUpAt >= began,
  });

  /** Recalls and reads within one turn: nobody can be passed unseen between the two. */
  const takeTurn = async (looking: Looking, ask: Ask): Promise<Walked> => {
    let found: Contact | null = null;
    let failure: Failure | null = null;
    try {
      found = await recall(walking, looking.address, ask);
      const position = await walking.walk.position();
      const isAtEnd = toldOf(position, looking.began).complete;
      if (!found && !isAtEnd) found = await step(position, looking, ask);
    } catch (error) {
      failure = failureOf(error, 'systeme walk');
    }
    return { found, walk: toldOf(await walking.walk.position(), looking.began), failure };
  };

  return {
    async find(address, ask) {
      const looking = { address, began: now() };
      for (let pages = 1; ; pages += 1) {
        const walked = await turns.through(ask.urgency, () => takeTurn(looking, ask));
        const isOver = walked.found ?? walked.failure ?? walked.walk.complete;
        if (isOver || pages === PAGES_AT_ONCE) return walked;
      }
    },
  };
}

interface Looking {
  address: EmailAddress;
  began: number;
}

/** Someone passed before is one request away; whoever moved or went is forgotten. */
async function recall(
  { client, walk }: Walking,
  address: EmailAddress,
  ask: Ask,
): Promise<Contact | null> {
  const id = await walk.recall(address);
  if (id === null) return null;
  const contact = await unlessGone(client, id, ask);
  if (contact && sameAddress(contact.email, address)) return contact;
  await walk.unlearn(address);
  return null;
}

async function unlessGone(client: SystemeClient, id: string, ask: Ask): Promise<Contact | null> {
  try {
    return await client.contact(id, ask);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
