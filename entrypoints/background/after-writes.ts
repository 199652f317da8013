/** What is remembered of whom or what a write has changed is stale, and is forgotten. */
import type { Settings } from '@/lib/accounts/settings';
import type { OutboxOptions } from '@/lib/actions/needs';
import type { createOffers } from '@/lib/crm/offers';
import type { Directory } from '@/lib/directory/directory';
import type { Lookups } from '@/lib/directory/lookups';
import type { Readings } from '@/lib/directory/readings';
import { accountOf, addressesOf, type Intent, isListIntent } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';

const IMPORT_LASTS_MS = 60 * 60_000;

export interface Remembering {
  lookups: Pick<Lookups, 'forget' | 'forgetAccount' | 'lookUp'>;
  readings: Pick<Readings, 'forget'>;
  offers: Pick<ReturnType<typeof createOffers>, 'forget'>;
  directory: () => Promise<{
    forget: Directory['forget'];
    registers: Pick<Directory['registers'], 'doubt' | 'forgetRegister'>;
  }>;
}

export interface Following {
  settings: Pick<Settings, 'renameTag' | 'forgetTags'>;
  refreshMenus: () => Promise<void>;
}

export const createForget =
  ({ lookups, readings, offers, directory }: Remembering): OutboxOptions['forget'] =>
  async (intent) => {
    const { id } = accountOf(intent);
    const addresses = addressesOf(intent);
    const changed = changesStanding(intent) ? addresses : [];
    await Promise.all([
      readings.forget(intent),
      ...addresses.map((address) => lookups.forget(id, address)),
      ...changed.map(async (address) => (await directory()).forget(id, address)),
      changePlace(directory, intent),
      // A tag's name is offered, and stands in what was found of everybody.
      ...('desk' in intent ? [offers.forget(id), lookups.forgetAccount(id)] : []),
    ]);
  };

/** The right-click menu offers tags by their names: it follows what has become of them. */
export const createFollow =
  ({ settings, refreshMenus }: Following) =>
  async (intent: Intent): Promise<void> => {
    if (intent.kind === 'rename-tag') {
      await settings.renameTag(intent.desk, { id: intent.tag.id, name: intent.name.trim() });
    } else if (intent.kind === 'delete-tag') {
      await settings.forgetTags(intent.desk, intent.tag.id);
    } else if (intent.kind === 'empty-list' && intent.alsoTags) {
      await settings.forgetTags(intent.desk, null);
    } else return;
    await refreshMenus();
  };

/** Whom it brought or took away is known to nobody here. */
async function changePlace(directory: Remembering['directory'], intent: Intent): Promise<void> {
  if (intent.kind !== 'import' && intent.kind !== 'empty-list') return;
  const { registers } = await directory();
  const { account, place } = intent.desk;
  const key = { accountId: account.id, placeId: place?.id ?? '' };
  // Its people go on coming while the server is at work: seen done, it is doubted as of then.
  if (intent.kind === 'import') await registers.doubt(key, Date.now() + IMPORT_LASTS_MS);
  else await registers.forgetRegister(key);
}

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
