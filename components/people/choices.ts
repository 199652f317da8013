/** What can be chosen in a picker, as the combobox shows it; pure. */
import type { Place } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import type { Intent } from '@/lib/people/intent';
import type { JourneyOffer, TagOffer } from '@/lib/people/offers';
import { targetOf } from '@/lib/people/person';
import { type Profile, TAG_LENGTH } from '@/lib/people/profile';
import type { ComboboxOption } from '../ui/Combobox';
import { fold, matching } from '../ui/matching';

export interface TagOption extends ComboboxOption {
  intent: Intent;
}

interface Whom {
  findings: Findings;
  address: EmailAddress;
  typed: string;
  /** Lists whose tags could not be read: what would be new there is not known. */
  missing?: readonly Place[];
}

const PEOPLE = new Intl.NumberFormat('en-GB');

/** Tags she does not carry yet, in the order offered, then the chance to make a new one. */
export function tagOptions(offers: readonly TagOffer[], whom: Whom): TagOption[] {
  const { profiles } = whom.findings;
  const hasSeveral = profiles.length > 1;
  const wanted = fold(whom.typed);
  const existing = offers.flatMap((offer) =>
    profiles
      .filter((profile) => isOffered(offer, profile) && fold(offer.name).includes(wanted))
      .map((profile) => ({
        id: `${profile.place?.id ?? ''}-${profile.id}-${offer.id}`,
        label: offer.name,
        note: noteOf(offer, hasSeveral ? profile : null),
        intent: tagIntent(profile, whom, { id: offer.id, name: offer.name }),
      })),
  );
  return [...existing, ...newTagOptions(offers, whom)];
}

function newTagOptions(offers: readonly TagOffer[], whom: Whom): TagOption[] {
  const name = whom.typed.trim();
  if (name === '') return [];
  const isLong = name.length > TAG_LENGTH;
  const { profiles } = whom.findings;
  return profiles
    .filter(
      (profile) =>
        !whom.missing?.some((place) => place.id === profile.place?.id) &&
        !profile.tags.some((tag) => fold(tag.name) === fold(name)) &&
        !offers.some((offer) => belongsTo(offer, profile) && fold(offer.name) === fold(name)),
    )
    .map((profile) => ({
      id: `new-${profile.place?.id ?? ''}-${profile.id}`,
      label: `Create tag “${name}”`,
      note: profiles.length > 1 ? (profile.place?.name ?? null) : null,
      off: isLong
        ? `A tag’s name has ${TAG_LENGTH} characters at most; this one has ${name.length}.`
        : null,
      intent: tagIntent(profile, whom, { id: null, name }),
    }));
}

/** A tag that names no list is good in each of them. */
const belongsTo = (offer: TagOffer, profile: Profile): boolean =>
  offer.place === null || offer.place.id === profile.place?.id;

const isOffered = (offer: TagOffer, profile: Profile): boolean =>
  belongsTo(offer, profile) && !profile.tags.some((tag) => tag.id === offer.id);

function noteOf(offer: TagOffer, profile: Profile | null): string | null {
  const people = offer.people === null ? null : PEOPLE.format(offer.people);
  return [profile?.place?.name, people].filter(Boolean).join(' · ') || null;
}

function tagIntent(profile: Profile, whom: Whom, tag: { id: string | null; name: string }): Intent {
  return { kind: 'tag', target: targetOf(profile, whom.address), tag };
}

export interface JourneyOption extends ComboboxOption {
  journey: JourneyOffer;
}

export function journeyOptions(offers: readonly JourneyOffer[], typed: string): JourneyOption[] {
  return matching(offers, typed).map((journey) => ({
    id: journey.id,
    label: journey.name,
    note: journey.enabled ? null : 'Disabled',
    off: journey.enabled ? null : `“${journey.name}” is disabled. Switch it on there first.`,
    journey,
  }));
}

/** The list the journey starts from, else the first where she gets mail, else the first at all. */
export function profileFor(journey: JourneyOffer, findings: Findings): Profile | null {
  const { profiles } = findings;
  return (
    profiles.find((profile) => journey.placeId !== null && profile.place?.id === journey.placeId) ??
    profiles.find((profile) => profile.standings.every((standing) => standing === 'subscribed')) ??
    profiles[0] ??
    null
  );
}
