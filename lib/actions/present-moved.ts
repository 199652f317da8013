/** How things stand with the address that somebody is to get. */
import { done, failed, type Result } from '../failure';
import { foldAddress, sameAddress } from '../people/address';
import type { Concern } from '../people/concern';
import type { Findings } from '../people/findings';
import type { IntentOf } from '../people/intent';
import type { Profile } from '../people/profile';
import type { Present } from './present';
import { failureOfUnasked } from './unasked';
import { refusedBecause } from './words';

/** Whoever has it on the same list would be refused by the server; how it stands elsewhere is told. */
export function underNewAddress(
  present: Present,
  { target, newAddress }: IntentOf<'update'>,
  findings: Findings,
): Result<Present> {
  const address = foldAddress(newAddress?.after ?? '');
  if (findings.failure) return failed(findings.failure);
  const unasked = failureOfUnasked(findings);
  if (unasked) return failed(unasked);
  const there = findings.profiles.filter((profile) => sameAddress(profile.address, address));
  const isTaken = there.some(({ place }) => place?.id === target.place?.id);
  const taken = refusedBecause(
    `Somebody else on this list has ${address} already; two people cannot have one address`,
  );
  return done({
    ...present,
    concerns: [...present.concerns, ...there.flatMap((profile) => standingsOf(profile, address))],
    stale: isTaken ? taken : present.stale,
  });
}

const standingsOf = ({ standings, place }: Profile, name: string): Concern[] =>
  standings
    .filter((standing) => standing !== 'subscribed')
    .map((standing) => ({ kind: 'address-standing', standing, place, name }));
