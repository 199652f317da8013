import type { Intent } from '../people/intent';
import type { Receipt } from '../people/receipt';
import { undoOf } from '../people/undo';
import { createEntry, type Entry, takesMore } from './entry';
import { lockNameOf } from './needs';
import { rivalsOf } from './rivals';
import { NOT_DONE, NOT_ONLY_OURS, refusal, TAKEN_BACK, WAS_SO } from './words';
import { asPlanned, type Works } from './works';

/** Takes a write back where it has a true inverse (law 10); it is a write like any other. */
export function createUndo(works: Works): (receiptId: string) => Promise<Receipt> {
  return async (receiptId) => {
    const { intent } = await works.find(receiptId);
    return works.locks(lockNameOf(intent), async () => {
      const entry = await works.find(receiptId);
      return takeBack(entry, inverseOf(entry), works);
    });
  };
}

function inverseOf({ state, undone, already, intent }: Entry): Intent {
  if (state !== 'done') throw refusal(NOT_DONE);
  if (undone) throw refusal(TAKEN_BACK);
  if (already) throw refusal(WAS_SO);
  const inverse = undoOf(intent);
  if ('reason' in inverse) throw refusal(inverse.reason);
  return inverse.intent;
}

async function takeBack(undone: Entry, intent: Intent, works: Works): Promise<Receipt> {
  const crm = await works.ready(intent);
  const { isSo, concerns } = await works.present(intent, crm);
  if (!isSo && takesMore(concerns)) throw refusal(NOT_ONLY_OURS);
  const planned = { intent, agreed: concerns, undoes: undone.id, ...asPlanned(isSo) };
  const entry = createEntry(planned, works.now());
  const { moves } = await rivalsOf(intent, works.journal);
  if (!(await works.journal.planUndo(entry, moves))) throw refusal(TAKEN_BACK);
  if (isSo) return works.told(entry);
  return works.told(await works.send(entry, crm));
}
