/** The parts of the background, put together; no database is opened before it is asked for. */
import { createAbilities } from '@/lib/accounts/abilities';
import { type Accounts, createAccounts } from '@/lib/accounts/accounts';
import { createSettings, usedTag } from '@/lib/accounts/settings';
import { createVault } from '@/lib/accounts/vault';
import { openJournal } from '@/lib/actions/journal';
import { createOutbox } from '@/lib/actions/outbox';
import { browser } from '@/lib/browser';
import { createBudgets } from '@/lib/crm/budgets';
import { createOffers } from '@/lib/crm/offers';
import { openDirectory } from '@/lib/directory/directory';
import { createLookups } from '@/lib/directory/lookups';
import type { SearchedPlace } from '@/lib/directory/marks';
import { createReadings } from '@/lib/directory/readings';
import { createRecents } from '@/lib/directory/recents';
import type { Intent } from '@/lib/people/intent';
import { createForget, lookOnceMore } from './after-writes';
import { wakeAt } from './alarms';
import { createCrms } from './crms';
import { menuItems } from './menu-items';
import { createMenuJourneys } from './menu-journeys';
import { buildMenus } from './menus';
import { noticeReceipt } from './notices';
import { createProbe } from './probe-rights';

export function assemble() {
  const { local, session } = browser.storage;
  const vault = createVault({ session });
  const accounts = createAccounts({ local, vault });
  const settings = createSettings({ local, accounts });
  const directory = once(() => openDirectory({ searchedPlaces: () => placesOf(accounts) }));
  const store = {
    get: async (key: string): Promise<unknown> => (await session.get(key))[key],
    set: (key: string, value: unknown) => session.set({ [key]: value }),
  };
  const walkMemory = async (id: string) => (await directory()).walkMemory(id);
  const budgetOf = createBudgets({ store });
  const abilities = createAbilities({ local, probe: createProbe({ accounts, vault, budgetOf }) });
  const crmOf = createCrms({
    ...{ accounts, vault, walkMemory, budgetOf },
    // Only noted on the side: an answer is not held up by it, nor spoilt.
    hear: (...told) => void abilities.hear(...told).catch(() => undefined),
  });
  const lookups = createLookups({ crmOf, directory, session, now: Date.now });
  const offers = createOffers({ crmOf, tagUses: settings.tagUses, session: store, now: Date.now });
  const readings = createReadings({ crmOf, session, now: Date.now });
  const menuJourneys = createMenuJourneys({ local, accounts });
  const refreshMenus = async () =>
    buildMenus(menuItems(await settings.menuTags(), await menuJourneys.all()));
  const noteUse = async (intent: Intent) => {
    const tag = usedTag(intent);
    if (tag === null) return;
    await settings.noteTagUsed(tag);
    await refreshMenus();
  };
  const outbox = createOutbox({
    journal: openJournal(),
    crmOf,
    lookUp: (accountId, address, fresh) => lookups.lookUp({ accountId, address, fresh }),
    forget: createForget({ lookups, readings, offers, directory }),
    isPaused: async (accountId) => (await accounts.get(accountId)).paused,
    wakeAt,
    tell: async (receipt) => {
      await noticeReceipt(receipt);
      // Not waited for: meanwhile the next write goes on.
      void lookOnceMore(receipt, { lookups });
    },
    tagUsed: noteUse,
  });
  const recents = createRecents({ local, now: Date.now });
  return {
    ...{ vault, accounts, settings, directory, lookups, offers, recents, outbox },
    ...{ menuJourneys, readings, refreshMenus, abilities, budgetOf, crmOf },
  };
}

export type Parts = ReturnType<typeof assemble>;

/** Opened by the first who asks, and again by the next where that failed. */
function once<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

/** The places a look-up asks today. */
async function placesOf(accounts: Accounts): Promise<SearchedPlace[]> {
  const active = (await accounts.list()).filter(({ paused }) => !paused);
  return active.flatMap((account) => {
    const accountId = account.id;
    if (account.system === 'systeme') return [{ accountId, placeId: '' }];
    const searched = account.lists.filter((list) => list.searched);
    return searched.map(({ id }) => ({ accountId, placeId: id }));
  });
}
