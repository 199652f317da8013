import { FailureError } from '../failure';
import { isAddress } from '../people/address';
import { accountOf, addressOf, type Intent, type NewPerson } from '../people/intent';

const TAG_LENGTH = 64;
const NAME_LENGTH = 200;

/** Bad input is refused before any request, in words. */
export function checkIntent(intent: Intent): void {
  const { id, system } = accountOf(intent);
  need(id !== '', 'account', 'The account is missing.');
  need(isAddress(addressOf(intent)), 'address', 'This is not an email address.');
  const place = intent.kind === 'add' ? intent.person.place : intent.target.place;
  if (system === 'octeth') need(!!place?.id, 'place', 'Choose the list this is for.');
  else need(place === null, 'place', 'Systeme.io has no lists.');
  // An empty id could mean “everyone” to an old server (law 8).
  if (intent.kind === 'add') return checkPerson(intent.person);
  need(intent.target.profileId.trim() !== '', 'person', 'Look the person up once more.');
  if (intent.kind === 'tag' || intent.kind === 'untag') return checkTag(intent.tag);
  need(intent.journey.id.trim() !== '', 'journey', 'Choose a journey.');
  need(system === 'octeth', 'journey', 'Systeme.io offers no journeys to start from here.');
}

function checkTag({ id, name }: { id: string | null; name: string }): void {
  need(id === null || id.trim() !== '', 'tag', 'Choose a tag.');
  if (id !== null) return;
  need(name.trim() !== '', 'tag', 'Give the tag a name.');
  need(
    name.trim().length <= TAG_LENGTH,
    'tag',
    `A tag’s name has ${TAG_LENGTH} characters at most.`,
  );
  need(!/\p{Cc}/u.test(name), 'tag', 'A tag’s name stands on one line.');
}

function checkPerson({ firstName, lastName, ipAddress }: NewPerson): void {
  const longest = Math.max(firstName.length, lastName.length);
  need(longest <= NAME_LENGTH, 'name', `A name has ${NAME_LENGTH} characters at most.`);
  need(!/\p{Cc}/u.test(firstName + lastName), 'name', 'A name stands on one line.');
  const isSound = ipAddress === null || isIpAddress(ipAddress);
  need(isSound, 'ipAddress', 'An IP address looks like 203.0.113.7 or 2001:db8::7.');
}

function isIpAddress(text: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (parts) return parts.slice(1).every((part) => Number(part) <= 255);
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`);
}

function need(isSound: boolean, field: string, reason: string): void {
  if (!isSound) throw new FailureError({ kind: 'bad-input', field, reason });
}
