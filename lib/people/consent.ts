import type { Agreed, Concern, Consequence, TypeName } from './concern';
import type { Choice } from './details';
import type { Intent, IntentOf, JourneyChoice, ListIntent } from './intent';
import type { Profile } from './profile';
import { importedPeople } from './people-words';
import { hasLeft } from './standing';

/**
 * Why this write needs a deliberate yes (law 6), from how the person stands now. For `add` the
 * profile is one she already has in the account; null where she has none, or nobody is meant.
 */
export function concernsOf(intent: Intent, profile: Profile | null): Concern[] {
  switch (intent.kind) {
    case 'tag':
      return [
        ...standingConcerns(profile),
        ...(intent.tag.id === null ? [{ kind: 'new-tag' as const, name: intent.tag.name }] : []),
      ];
    case 'trigger-journey':
      return [...standingConcerns(profile), ...journeyConcerns(intent.journey, profile)];
    case 'add':
      return [
        ...standingConcerns(profile),
        ...(hasLeft(intent.person.standing)
          ? [consequence('adds-as-left', intent.person.address)]
          : []),
      ];
    case 'enrol':
    case 'join':
      return standingConcerns(profile);
    case 'update':
      // Under a new address nothing of what stops mail to the old one may hold.
      return intent.newAddress
        ? [...standingConcerns(profile), consequence('changes-address', intent.newAddress.after)]
        : [];
    case 'confirm':
      return [...standingConcerns(profile), consequence('confirms', intent.target.address)];
    default:
      return destructionConcerns(intent);
  }
}

type Destroying = Exclude<
  Intent,
  { kind: 'tag' | 'trigger-journey' | 'add' | 'enrol' | 'join' | 'update' | 'confirm' }
>;

/** What takes away: by its nature, however the person stands. */
function destructionConcerns(intent: Destroying): Concern[] {
  switch (intent.kind) {
    case 'unsubscribe':
      return [consequence(intent.suppress ? 'suppresses' : 'unsubscribes', intent.target.address)];
    case 'unenrol':
      return [consequence('takes-access', intent.course.name)];
    case 'leave':
      return [consequence('takes-membership', intent.community.name)];
    case 'cancel':
      return [typeName(intent.subscription)];
    case 'delete':
      return [typeName({ id: intent.target.profileId, name: intent.target.address })];
    case 'delete-tag':
      return [{ ...typeName(intent.tag), people: intent.people }];
    case 'delete-field':
      return [typeName(intent.field)];
    case 'import':
      return importConcerns(intent);
    case 'delete-people':
      return [{ ...typeOfList(intent), people: intent.people.length }];
    case 'empty-list':
      return [{ ...typeOfList(intent), people: intent.people }];
    case 'remove-connection':
      return [typeOfConnection(intent.connection)];
    case 'untag':
    case 'leave-journey':
    case 'exit-journey':
    case 'create-tag':
    case 'rename-tag':
    case 'create-field':
    case 'rename-field':
    case 'create-connection':
      return [];
  }
}

/** Nobody in the file has been asked how she stands: that is said, whatever is in it (law 6). */
function importConcerns(intent: IntentOf<'import'>): Concern[] {
  const whom = importedPeople(intent.people);
  return [
    consequence('imports', whom),
    ...(intent.updateKnown ? [consequence('overwrites', whom)] : []),
    ...(intent.startActions ? [consequence('starts-actions', whom)] : []),
  ];
}

/** Whether every concern was among those shown when the yes was given, word for word. */
export const isAgreed = (concerns: readonly Concern[], agreed: Agreed): boolean =>
  concerns.every((concern) => agreed.some((shown) => covers(shown, concern)));

/** What of a yes these concerns need: the rest was agreed to for nothing, and is not kept. */
export const agreedTo = (concerns: readonly Concern[], agreed: Agreed): Agreed =>
  agreed.filter((shown) => concerns.some((concern) => covers(shown, concern)));

/** Law 8: nothing but the very name will do. */
export const isTyped = ({ name }: Pick<TypeName, 'name'>, typed: string): boolean =>
  typed.trim() === name.trim();

const covers = (shown: Concern, concern: Concern): boolean =>
  keyOf(shown) === keyOf(concern) &&
  (shown.kind !== 'type-name' || isTyped(shown, shown.typed ?? ''));

function keyOf(concern: Concern): string {
  switch (concern.kind) {
    case 'standing':
      return `standing ${concern.place?.id ?? ''} ${concern.standing}`;
    case 'address-standing':
      return `address ${concern.place?.id ?? ''} ${concern.standing} ${concern.name}`;
    case 'consequence':
      return `${concern.of} ${concern.name}`;
    case 'type-name':
      return `type-name ${concern.people ?? '?'} ${concern.name}`;
    default:
      return `${concern.kind} ${concern.name}`;
  }
}

const consequence = (of: Consequence, name: string): Concern => ({ kind: 'consequence', of, name });

/** What has no name is named by its id: an empty one would be typed by nobody. */
const typeName = ({ id, name }: Choice): TypeName => ({
  kind: 'type-name',
  name: name.trim() === '' ? id : name,
  people: null,
});

/** The list is named by what is typed. */
const typeOfList = ({ desk }: ListIntent): TypeName =>
  typeName(desk.place ?? { id: desk.account.id, name: desk.account.name });

/** Labels of connections may be alike, ids are long: the beginning of the id is typed. */
const typeOfConnection = ({ id }: Choice): TypeName => ({
  kind: 'type-name',
  name: id.slice(0, 8),
  people: null,
});

function standingConcerns(profile: Profile | null): Concern[] {
  if (!profile) return [];
  return profile.standings
    .filter((standing) => standing !== 'subscribed')
    .map((standing) => ({ kind: 'standing', standing, place: profile.place }));
}

function journeyConcerns({ id, name }: JourneyChoice, profile: Profile | null): Concern[] {
  const journey = profile?.journeys.find((entry) => entry.id === id && entry.state === 'active');
  if (journey) return [{ kind: 'already-in-journey', name: journey.name }];
  return profile?.journeysFailure ? [{ kind: 'journeys-unknown', name }] : [];
}
