import * as v from 'valibot';
import type { Accounts } from '@/lib/accounts/accounts';
import type { JourneyOffer } from '@/lib/people/offers';
import { type Area, createKept } from '@/lib/storage/kept';
import type { MenuJourney } from './menu-items';

/** More than this makes the submenu longer than a screen. */
const JOURNEYS_PER_ACCOUNT = 12;

const journey = v.object({
  id: v.string(),
  name: v.string(),
  enabled: v.boolean(),
  placeId: v.nullable(v.string()),
});
/** By account id: its name is read when shown, so that a rename is never missed (law 2). */
const schema = v.record(v.string(), v.array(journey));

interface MenuJourneysNeeds {
  local: Area;
  accounts: Pick<Accounts, 'list'>;
}

/** The journeys last seen of each account, so that the menu stands without asking anybody. */
export function createMenuJourneys({ local, accounts }: MenuJourneysNeeds) {
  const kept = createKept(local, { key: 'menuJourneys', schema, fallback: {} });
  return {
    /** Of accounts that are there and not paused. */
    async all(): Promise<MenuJourney[]> {
      const [journeys, all] = await Promise.all([kept.read(), accounts.list()]);
      return all
        .filter(({ paused }) => !paused)
        .flatMap(({ id, name, system }) =>
          (journeys[id] ?? []).map((each) => ({ account: { id, name, system }, journey: each })),
        );
    },
    async keep(accountId: string, journeys: JourneyOffer[]): Promise<void> {
      const shown = journeys.slice(0, JOURNEYS_PER_ACCOUNT);
      await kept.update((all) => ({ ...all, [accountId]: shown }));
    },
    async forgetAccount(accountId: string): Promise<void> {
      await kept.update(({ [accountId]: _gone, ...others }) => others);
    },
  };
}

export type MenuJourneys = ReturnType<typeof createMenuJourneys>;
