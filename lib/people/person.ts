import type { Failure } from '../failure';
import type { Account, AccountRef, Place } from './account';
import type { EmailAddress } from './address';
import type { Findings } from './findings';
import type { Target } from './intent';
import type { JourneyState, Profile, Tag } from './profile';

/** The place an account takes on the card, known before it has answered. */
export interface Slot {
  account: AccountRef;
  places: Place[];
}

/** Accounts in their constant order; paused ones are not asked. */
export function slotsOf(accounts: readonly Account[]): Slot[] {
  return accounts
    .filter((account) => !account.paused)
    .map((account) => ({
      account: { id: account.id, name: account.name, system: account.system },
      places:
        account.system === 'octeth'
          ? account.lists
              .filter((list) => list.searched)
              .map((list) => ({ id: list.id, name: list.name }))
          : [],
    }));
}

/**
 * The first of the fullest names that any account gives: one list may keep less of it than another.
 * Names are shown, never compared.
 */
export function nameOf(all: readonly Findings[]): string | null {
  let fullest: string | null = null;
  for (const { name } of all.flatMap(({ profiles }) => profiles)) {
    if (name?.trim() && wordsIn(name) > wordsIn(fullest ?? '')) fullest = name.trim();
  }
  return fullest;
}

const wordsIn = (name: string): number => name.match(/\S+/g)?.length ?? 0;

/** How many lists answered, of how many that were asked (law 3). */
export function searchedOf(findings: Findings): { answered: number; asked: number } {
  const answered = findings.places.filter((search) => search.outcome !== 'failed').length;
  return { answered, asked: findings.places.length };
}

/** One line of an account: a list she is on, is not on, or that could not be asked. */
export interface Row {
  place: Place | null;
  profile: Profile | null;
  failure: Failure | null;
}

/** In the order in which the places were asked, so that a line never changes its place. */
export function rowsOf(findings: Findings): Row[] {
  if (findings.account.system === 'systeme') {
    return findings.profiles.map((profile) => ({ place: null, profile, failure: null }));
  }
  const asked = findings.places.map((search) => ({
    place: search.place,
    profile: findings.profiles.find((profile) => profile.place?.id === search.place.id) ?? null,
    failure: search.outcome === 'failed' ? search.failure : null,
  }));
  const beside = findings.profiles.filter(
    (profile) => !asked.some((row) => row.place.id === profile.place?.id),
  );
  return [...asked, ...beside.map((profile) => ({ place: profile.place, profile, failure: null }))];
}

/** A tag or a journey with the profile that carries it. */
export type Carried<Thing> = Thing & { profile: Profile };

export const tagsOf = (findings: Findings): Carried<Tag>[] =>
  findings.profiles.flatMap((profile) => profile.tags.map((tag) => ({ ...tag, profile })));

export const journeysOf = (findings: Findings): Carried<JourneyState>[] =>
  findings.profiles.flatMap((profile) =>
    profile.journeys.map((journey) => ({ ...journey, profile })),
  );

export function targetOf(profile: Profile, address: EmailAddress): Target {
  return { account: profile.account, place: profile.place, profileId: profile.id, address };
}
