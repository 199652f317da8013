/** What is remembered of whom or what a write has changed is stale, and is forgotten. */
import type { Settings } from '@/lib/accounts/settings';
import type { OutboxOptions } from '@/lib/actions/needs';
import type { createOffers } from '@/lib/crm/offers';
import type { Directory } from '@/lib/directory/directory';
import { IMPORT_LASTS_MS } from '@/lib/directory/places';
import type { Lookups } from '@/lib/directory/lookups';
import type { Readings } from '@/lib/directory/readings';
import type { RegisterKey } from '@/lib/directory/registers';
import type { ImportUnderWay } from '@/lib/directory/store';
import {
  accountOf,
  addressesOf,
  type Desk,
  type Intent,
  type IntentOf,
  isListIntent,
} from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';

export interface Remembering {
  lookups: Pick<Lookups, 'forget' | 'forgetAccount' | 'lookUp'>;
  readings: Pick<Readings, 'forget'>;
  offers: Pick<ReturnType<typeof createOffers>, 'forget'>;
  directory: () => Promise<{
    forget: Directory['forget'];
    registers: Pick<Directory['registers'], 'doubt' | 'endDoubt' | 'forgetRegister'>;
  }>;
  /** Something of a directory may be due now. */
  fill: () => void;
}

export interface Following {
  settings: Pick<Settings, 'renameTag' | 'forgetTags'>;
  refreshMenus: () => Promise<void>;
}

export const createForget =
  ({ lookups, readings, offers, directory, fill }: Remembering): OutboxOptions['forget'] =>
  async (intent, mayBeSo) => {
    const { id } = accountOf(intent);
    const addresses = addressesOf(intent);
    const changed = changesStanding(intent) ? addresses : [];
    await Promise.all([
      readings.forget(intent),
      ...addresses.map((address) => lookups.forget(id, address)),
      ...changed.map(async (address) => (await directory()).forget(id, address)),
      ...(mayBeSo ? [changePlace({ directory, fill }, intent)] : []),
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
async function changePlace(
  { directory, fill }: Pick<Remembering, 'directory' | 'fill'>,
  intent: Intent,
): Promise<void> {
  if (intent.kind !== 'import' && intent.kind !== 'empty-list') return;
  const { registers } = await directory();
  const key = registerOf(intent.desk);
  if (intent.kind === 'import') {
    // While the server is at work its people go on coming, unless it is seen done before.
    await registers.doubt(key, underWay(intent, intent.loadId));
  } else await registers.forgetRegister(key);
  fill();
}

/**
 * An import that was over with its answer is seen over: whom it brought is read at once. Any other
 * goes on under the number that the server has given it.
 */
export const createSettleImport =
  ({ directory, fill }: Pick<Remembering, 'directory' | 'fill'>) =>
  async (intent: Intent): Promise<void> => {
    if (intent.kind !== 'import') return;
    const { registers } = await directory();
    const key = registerOf(intent.desk);
    const { jobId, loadId } = intent;
    if (jobId === null) await registers.endDoubt(key, loadId, Date.now());
    else await registers.doubt(key, underWay(intent, jobId), loadId);
    fill();
  };

const underWay = ({ updateKnown }: IntentOf<'import'>, id: string): ImportUnderWay => ({
  ...{ id, until: Date.now() + IMPORT_LASTS_MS, altering: updateKnown },
});

/** What follows once a write is done. */
export function createDone(parts: Following & Pick<Remembering, 'directory' | 'fill'>) {
  const follow = createFollow(parts);
  const settle = createSettleImport(parts);
  return async (intent: Intent): Promise<void> => {
    await Promise.allSettled([follow(intent), settle(intent)]);
  };
}

const registerOf = ({ account, place }: Desk): RegisterKey => ({
  accountId: account.id,
  placeId: place?.id ?? '',
});

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
