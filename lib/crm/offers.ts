import type { JourneyOffer, Offers, TagOffer } from '../people/offers';
import type { Crm } from './crm';
import { isFresh } from './needs';

/** Tags and journeys change rarely; a picker that opens again within this asks nobody. */
const OFFERS_LAST_MS = 5 * 60_000;

export interface OffersDependencies {
  crmOf(accountId: string): Promise<Crm>;
  /** How often each tag was used from here, by `placeId/tagId`. */
  tagUses(accountId: string): Promise<Record<string, number>>;
  /** `storage.session`: outlives the worker, not the browser. */
  session: { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<void> };
  now(): number;
}

interface Kept {
  at: number;
  offers: Offers;
}

/** What can be chosen in an account, most used first. */
export function createOffers({ crmOf, tagUses, session, now }: OffersDependencies) {
  const keyOf = (accountId: string) => `offers:${accountId}`;
  return {
    async offersOf(accountId: string): Promise<Offers> {
      const uses = await tagUses(accountId);
      // Written below alone.
      const kept = (await session.get(keyOf(accountId))) as Kept | undefined;
      if (kept && isFresh(kept.at, now(), OFFERS_LAST_MS)) return sorted(kept.offers, uses);
      const crm = await crmOf(accountId);
      const [{ missing, ...tags }, journeys] = await Promise.all([
        crm.tags({ urgency: 'click' }),
        crm.journeys({ urgency: 'click' }),
      ]);
      const offers = { tags, journeys, ...(missing && { missing }) };
      if (tags.ok && journeys.ok && !missing)
        await session.set(keyOf(accountId), { at: now(), offers });
      return sorted(offers, uses);
    },
    /** A tag was created, or the account is another now. */
    async forget(accountId: string): Promise<void> {
      await session.set(keyOf(accountId), undefined);
    },
  };
}

function sorted({ tags, journeys, ...rest }: Offers, uses: Record<string, number>): Offers {
  return {
    ...rest,
    tags: tags.ok ? { ok: true, value: tags.value.toSorted(byUse(uses)) } : tags,
    journeys: journeys.ok ? { ok: true, value: journeys.value.toSorted(enabledFirst) } : journeys,
  };
}

/** Tags of different lists may share an id. */
export const tagUseKey = (placeId: string | null, tagId: string): string =>
  `${placeId ?? ''}/${tagId}`;

const byUse = (uses: Record<string, number>) => (one: TagOffer, other: TagOffer) =>
  usesOf(other, uses) - usesOf(one, uses) ||
  (other.people ?? 0) - (one.people ?? 0) ||
  one.name.localeCompare(other.name);

const usesOf = (tag: TagOffer, uses: Record<string, number>) =>
  uses[tagUseKey(tag.place?.id ?? null, tag.id)] ?? 0;

const enabledFirst = (one: JourneyOffer, other: JourneyOffer) =>
  Number(other.enabled) - Number(one.enabled) || one.name.localeCompare(other.name);
