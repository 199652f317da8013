/** The parts of the background, put together; no database is opened before it is asked for. */
import { createAbilities } from '@/lib/accounts/abilities';
import { type Accounts, createAccounts } from '@/lib/accounts/accounts';
import { createSettings, usedTag } from '@/lib/accounts/settings';
import { createVault } from '@/lib/accounts/vault';
import { openJournal } from '@/lib/actions/journal';
import { createOutbox } from '@/lib/actions/outbox';
import { browser } from '@/lib/browser';
import { RECEIPTS_AT } from '@/lib/people/receipt';
import { createBudgets } from '@/lib/crm/budgets';
import { createOffers } from '@/lib/crm/offers';
import { openDirectory } from '@/lib/directory/directory';
import { trustedAt } from '@/lib/directory/fill-due';
import { createPlans, type FillPlans } from '@/lib/directory/fill-plans';
import { createLookups } from '@/lib/directory/lookups';
import type { SearchedPlace } from '@/lib/directory/marks';
import { createReadings } from '@/lib/directory/readings';
import { createRecents } from '@/lib/directory/recents';
import type { Intent } from '@/lib/people/intent';
import type { Area } from '@/lib/storage/kept';
import { createDone, createForget, lookOnceMore } from './after-writes';
import { wakeAt } from './alarms';
import { createCrms } from './crms';
import { fillAccountOf } from './fill-accounts';
import { createFillParts } from './fill-parts';
import { refreshFlags } from './flag-scripts';
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
  const plans = createPlans(local);
  const directory = once(() => openDirectory({ searchedPlaces: () => placesOf(accounts, plans) }));
  const store = storeIn(session);
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
  const { fill, ...filled } = createFillParts({
    ...{ local, session, directory, crmOf, plans, accounts, settings, vault },
  });
  const forget = createForget({ lookups, readings, offers, directory, fill });
  const outbox = createOutbox({
    journal: openJournal(),
    crmOf,
    lookUp: (accountId, address, fresh) => lookups.lookUp({ accountId, address, fresh }),
    forget,
    isPaused: async (accountId) => (await accounts.get(accountId)).paused,
    wakeAt,
    tell: async (receipt) => {
      await noticeReceipt(receipt);
      // Not waited for: meanwhile the next write goes on.
      void lookOnceMore(receipt, { lookups }).then(refreshFlags);
    },
    news: () => browser.storage.session.set({ [RECEIPTS_AT]: Date.now() }),
    done: createDone({ settings, refreshMenus, directory, fill }),
    tagUsed: noteUse,
  });
  const recents = createRecents({ local, now: Date.now });
  return {
    ...{ vault, accounts, settings, directory, lookups, offers, recents, outbox },
    ...{ plans, menuJourneys, readings, refreshMenus, abilities, budgetOf, crmOf },
    ...filled,
    fill,
    registers: async () => (await directory()).registers,
  };
}

export type Parts = ReturnType<typeof assemble>;

const storeIn = (area: Area) => ({
  get: async (key: string): Promise<unknown> => (await area.get(key))[key],
  set: (key: string, value: unknown) => area.set({ [key]: value }),
});

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
async function placesOf(accounts: Accounts, plans: FillPlans): Promise<SearchedPlace[]> {
  const active = (await accounts.list()).filter(({ paused }) => !paused);
  const places = active.map(async (account): Promise<SearchedPlace[]> => {
    const { on, every } = await plans.of(account.id);
    const trusted = trustedAt(every, Date.now());
    return fillAccountOf(account).places.map(({ key }) => ({ ...key, isOff: !on, trusted }));
  });
  return (await Promise.all(places)).flat();
}
