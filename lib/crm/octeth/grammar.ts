/**
 * Which rules a server reads shows in whom it sends: rules it cannot read are refused by new
 * servers, and mean everybody to old ones. What was seen last is tried first, and the first answer
 * that contradicts it makes the other be tried.
 */
import { FailureError } from '../../failure';
import type { Ask } from '../crm';
import type { Memory } from '../needs';
import type { OctethClient } from './client';
import { addressRule, grammarsFor, IGNORED, isUnread, nobody, SIMPLE_ONLY } from './rules';
import type { Grammar, Rules } from './rules';

export interface Searching {
  client: OctethClient;
  memory: Memory;
}

interface ByRules<Reply> {
  listId: string;
  rules: Rules;
  read(rules: Rules): Promise<Reply>;
  /** Whether the rules describe whoever came (law 1); without it nothing is learnt from the reply. */
  fits?(reply: Reply): boolean;
}

export async function askByRules<Reply>(
  searching: Searching,
  { listId, rules, read, fits }: ByRules<Reply>,
  ask: Ask,
): Promise<Reply> {
  const { memory } = searching;
  const { rules: known } = await memory.read();
  const grammars = grammarsFor(rules);
  if (known === 'flat' && !grammars.includes('flat')) await assertTyped(searching, listId, ask);
  const failures: FailureError[] = [];
  for (const grammar of inOrder(grammars, known)) {
    try {
      const reply = await read({ ...rules, grammar });
      if (fits?.(reply) === false) throw new FailureError(IGNORED);
      if (fits && grammar !== (known ?? 'typed')) await learn(memory, grammar);
      return reply;
    } catch (error) {
      if (!isUnread(error)) throw error;
      failures.push(error);
    }
  }
  // What became of the grammar it most likely reads; the other may be taken for everybody.
  throw failures[0];
}

const inOrder = (grammars: readonly Grammar[], known: Grammar | null): Grammar[] =>
  [...grammars].sort((one, other) => Number(other === known) - Number(one === known));

/** What can be said in one grammar alone is asked of no server that would take it for everybody. */
export async function assertTyped(
  { client, memory }: Searching,
  listId: string,
  ask: Ask,
): Promise<void> {
  try {
    const strangers = await client.countPeople(listId, addressRule('is', nobody()), ask);
    if (strangers !== 0) throw new FailureError(IGNORED);
  } catch (error) {
    throw isUnread(error) ? new FailureError(SIMPLE_ONLY) : error;
  }
  await learn(memory, 'typed');
}

/** Where it read others before it is another server: what that does with a preview is not known. */
async function learn(memory: Memory, rules: Grammar): Promise<void> {
  const { rules: known } = await memory.read();
  if (known === rules) return;
  await memory.learn({ rules, ...(known !== null && { preview: null }) });
}
