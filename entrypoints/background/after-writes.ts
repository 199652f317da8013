/** What is remembered of whom or what a write has changed is stale, and is forgotten. */
import type { OutboxOptions } from '@/lib/actions/needs';
import type { createOffers } from '@/lib/crm/offers';
import type { Directory } from '@/lib/directory/directory';
import type { Lookups } from '@/lib/directory/lookups';
import type { Readings } from '@/lib/directory/readings';
import { accountOf, addressesOf, type Intent, isListIntent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';

export interface Remembering {
  lookups: Pick<Lookups, 'forget' | 'forgetAccount' | 'lookUp'>;
  readings: Pick<Readings, 'forget'>;
  offers: Pick<ReturnType<typeof createOffers>, 'forget'>;
  directory: () => Promise<Pick<Directory, 'forget' | 'forgetAccount'>>;
}

export const createForget =
  ({ lookups, readings, offers, directory }: Remembering): OutboxOptions['forget'] =>
  async (intent) => {
    const { id } = accountOf(intent);
    const addresses = addressesOf(intent);
    const changed = changesStanding(intent) ? addresses : [];
    const isListChanged = intent.kind === 'import' || intent.kind === 'empty-list';
    await Promise.all([
      readings.forget(intent),
      ...addresses.map((address) => lookups.forget(id, address)),
      ...changed.map(async (address) => (await directory()).forget(id, address)),
      // Whom it brought or took away is known to nobody here.
      ...(isListChanged ? [directory().then((known) => known.forgetAccount(id))] : []),
      // A tag's name is offered, and stands in what was found of everybody.
      ...('desk' in intent ? [offers.forget(id), lookups.forgetAccount(id)] : []),
    ]);
  };

/** Of a write that was done while nobody watched: flags learn of it by looking once more. */
export async function lookOnceMore(
  { state, intent }: Receipt,
  { lookups }: Pick<Remembering, 'lookups'>,
): Promise<void> {
  // A hundred look-ups would take up the budget of whoever is at work.
  if (state !== 'done' || !changesStanding(intent) || isListIntent(intent)) return;
  const accountId = accountOf(intent).id;
  const asks = addressesOf(intent).map((address) =>
    lookups.lookUp({ accountId, address, fresh: true, urgency: 'background' }),
  );
  await Promise.allSettled(asks);
}

/** How an address is marked may change by it. */
const changesStanding = (intent: Intent): boolean =>
  ['add', 'delete', 'delete-people', 'unsubscribe', 'confirm'].includes(intent.kind) ||
  (intent.kind === 'update' && intent.newAddress !== null);
