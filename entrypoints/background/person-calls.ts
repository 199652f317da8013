/** Look-ups, offers and writes, asked by our own pages. */
import { foldAddress } from '@/lib/people/address';
import { accountOf, type Intent } from '@/lib/people/intent';
import type { Offers } from '@/lib/people/offers';
import type { Parts } from './assemble';
import { refreshFlags } from './flag-scripts';
import { readOpening } from './opening';
import { asAddress } from './page-calls';
import type { PanelAnswers } from './panel-calls';

export function personCalls(parts: Parts) {
  const { lookups, offers, outbox, readings, recents, menuJourneys, refreshMenus } = parts;
  return {
    async lookUp({ accountId, address, fresh }) {
      const asked = asAddress(address);
      const findings = await lookups.lookUp({ accountId, address: asked, fresh });
      const named = findings.profiles.find(({ name }) => name !== null);
      // What was found reaches the screen although the disk takes nothing more.
      await recents.note(asked, named?.name ?? null).catch(() => undefined);
      refreshFlags();
      return findings;
    },
    async offers({ accountId }): Promise<Offers> {
      const offered = await offers.offersOf(accountId);
      if (offered.journeys.ok) {
        await menuJourneys.keep(accountId, offered.journeys.value);
        await refreshMenus();
      }
      return offered;
    },
    details: ({ target, fresh }) =>
      readings.detailsOf({ ...target, address: foldAddress(target.address) }, fresh),
    async previewUnsubscribe({ target, ipAddress }) {
      const asked = { ...target, address: foldAddress(target.address) };
      const told = await outbox.preview({ target: asked, ipAddress });
      if (told.outcome === 'out' || told.outcome === 'unsure') refreshFlags();
      return told;
    },
    catalogue: ({ accountId, fresh }) => readings.catalogueOf(accountId, fresh),
    async act({ intent, agreed, load }) {
      const reply = await outbox.act({ intent: folded(intent), agreed, ...(load && { load }) });
      const isNewTag = intent.kind === 'tag' && intent.tag.id === null;
      // What is only noted on the side must not make a done write look failed.
      if (isNewTag) await offers.forget(accountOf(intent).id).catch(() => undefined);
      refreshFlags();
      return reply;
    },
    undo: ({ receiptId }) => outbox.undo(receiptId),
    settle: ({ receiptId }) => outbox.settle(receiptId),
    receipts: () => outbox.receipts(),
    acknowledge: ({ receiptIds }) => outbox.acknowledge(receiptIds),
    journal: ({ before }) => outbox.journal(before),
    recents: () => recents.list(),
    forgetRecents: () => recents.forget(),
    opening: readOpening,
  } satisfies Partial<PanelAnswers>;
}

/** Law 1: a message may spell the address as it likes, a write goes by the folded one. */
function folded(intent: Intent): Intent {
  if (intent.kind === 'add') {
    const person = { ...intent.person, address: foldAddress(intent.person.address) };
    return { ...intent, person };
  }
  if ('desk' in intent) return intent;
  return { ...intent, target: { ...intent.target, address: foldAddress(intent.target.address) } };
}
