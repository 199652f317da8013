/** The background died meanwhile: its journal knows what became of a write. */
import { type Intent, addressOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import { sayDoing } from '@/lib/people/receipt-words';
import type { Client } from '../accounts/powers';
import { intentKey } from '../people/intent-key';

const MOST_LOOKS = 3;
const BETWEEN_LOOKS_MS = 400;

/** A background that has died is started anew by asking it; null where it does not come back. */
export async function lookFor(client: Client): Promise<Receipt[] | null> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const reply = await client.receipts();
    if (reply.ok) return reply.value;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return null;
}

/** A receipt of this very write; one that was settled before it began is of an earlier one. */
export function isOf({ intent, state, at }: Receipt, wanted: Intent, begun: number): boolean {
  const isSettled = state === 'done' || state === 'refused';
  return wishKey(intent) === wishKey(wanted) && (!isSettled || at >= begun);
}

/** What is learnt on the way is no part of the wish: a new tag’s id, a new connection’s, a job’s. */
function wishKey(intent: Intent): string {
  const isTag = intent.kind === 'tag';
  const wish = isTag ? { ...intent, tag: { id: null, name: intent.tag.name } } : intent;
  return `${intentKey(wish)} ${addressOf(intent) ?? sayDoing(intent)}`;
}
