/**
 * A deed may be more than one request: what fails after a write was taken says nothing of that
 * write. So each client notes what became of every request, and no deed has to think of it.
 */
import type { Ask } from './crm';

export async function noted<Reply>(
  { note }: Pick<Ask, 'note'>,
  isWrite: boolean,
  request: () => Promise<Reply>,
): Promise<Reply> {
  try {
    const reply = await request();
    if (isWrite) note?.('taken');
    return reply;
  } catch (error) {
    note?.('failed');
    throw error;
  }
}
