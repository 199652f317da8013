/**
 * A preview is a write that is hoped to change nothing. So it keeps off the writes to the same
 * profile, which it would be taken for or they for it; and what it did after all is kept. No plan of
 * it is: what the journal finds unfinished it sends, and nobody has said yes to that.
 */
import { valueOf } from '../failure';
import type { IntentOf, Target } from '../people/intent';
import type { Preview } from '../people/preview';
import { createEntry } from './entry';
import { lockNameOf, type OutboxOptions } from './needs';
import { quietly } from './send';
import type { Works } from './works';

export interface PreviewRequest {
  target: Target;
  ipAddress: string;
}

export function createPreview(
  { journal, locks, now, ready }: Works,
  { forget }: Pick<OutboxOptions, 'forget'>,
): (request: PreviewRequest) => Promise<Preview> {
  return async ({ target, ipAddress }) => {
    const intent: IntentOf<'unsubscribe'> = {
      ...{ kind: 'unsubscribe', target, ipAddress, suppress: false },
    };
    return locks(lockNameOf(intent), async () => {
      const crm = await ready(intent);
      const told = valueOf(await crm.previewUnsubscribe(target, ipAddress, { urgency: 'click' }));
      const isOut = told.outcome === 'out';
      // However the disk is, she is told.
      if (isOut || told.outcome === 'unsure') await quietly(() => forget(intent, true));
      if (isOut) {
        const kept = createEntry({ intent, agreed: [], state: 'done' }, now());
        await quietly(() => journal.plan(kept));
      }
      return told;
    });
  };
}
