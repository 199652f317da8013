import { SYSTEM_NAMES, type System } from '../people/account';
import { isAddress, sameAddress } from '../people/address';
import type { FieldChange } from '../people/details';
import { isIpAddress } from '../people/ip-address';
import { MOST_DELETED_AT_ONCE } from '../people/list-work';
import { TAG_LENGTH } from '../people/profile';
import { isSlug } from '../people/slug';
import { hasLeft } from '../people/standing';
import {
  accountOf,
  addressOf,
  type ConnectionIntent,
  type DeskIntent,
  type Intent,
  type IntentOf,
  type NewPerson,
  type PersonIntent,
  isConnectionIntent,
  isListIntent,
  type ListIntent,
  placeOf,
} from '../people/intent';
import { checkId, need } from './bad-input';

const NAME_LENGTH = 200;
const DESCRIPTION_LENGTH = 250;
const CODE_LENGTH = 200;
const VALUE_LENGTH = 10_000;

/** What only one of the systems can do. */
const ONLY_IN: Partial<Record<Intent['kind'], System>> = {
  'trigger-journey': 'octeth',
  'leave-journey': 'octeth',
  'exit-journey': 'octeth',
  unsubscribe: 'octeth',
  confirm: 'octeth',
  enrol: 'systeme',
  unenrol: 'systeme',
  join: 'systeme',
  leave: 'systeme',
  cancel: 'systeme',
  'create-field': 'systeme',
  'rename-field': 'systeme',
  'delete-field': 'systeme',
  import: 'octeth',
  'delete-people': 'octeth',
  'empty-list': 'octeth',
  'create-connection': 'systeme',
  'remove-connection': 'systeme',
};

/** Bad input is refused before any request, in words. */
export function checkIntent(intent: Intent): void {
  const { id, system } = accountOf(intent);
  need(id !== '', 'account', 'The account is missing.');
  const only = ONLY_IN[intent.kind] ?? system;
  if ('journey' in intent) need(only === system, 'journey', NO_JOURNEYS);
  need(only === system, 'account', `${SYSTEM_NAMES[system]} cannot do this.`);
  const place = placeOf(intent);
  if (system === 'octeth') need(!!place?.id, 'place', 'Choose the list this is for.');
  else need(place === null, 'place', 'Systeme.io has no lists.');
  if (isListIntent(intent)) return checkOnList(intent);
  if (isConnectionIntent(intent)) return checkConnection(intent);
  if ('desk' in intent) return checkAtDesk(intent);
  need(isAddress(addressOf(intent) ?? ''), 'address', 'This is not an email address.');
  if (intent.kind === 'add') return checkNew(intent.person);
  // An empty id could mean “everyone” to an old server (law 8).
  need(intent.target.profileId.trim() !== '', 'person', 'Look the person up once more.');
  return checkOn(intent);
}

const NO_JOURNEYS = 'Systeme.io offers no journeys to start from here.';

function checkOn(intent: PersonIntent): void {
  switch (intent.kind) {
    case 'tag':
    case 'untag':
      return checkTag(intent.tag);
    case 'trigger-journey':
    case 'leave-journey':
    case 'exit-journey':
      return checkId(intent.journey.id, 'journey', 'Choose a journey.');
    case 'update':
      return checkUpdate(intent);
    case 'unsubscribe':
      return need(isIpAddress(intent.ipAddress), 'ipAddress', IP_FORM);
    case 'confirm':
      need(intent.code.trim() !== '', 'code', 'Give the code from the confirmation mail.');
      return checkLine(intent.code, 'code', ['The code', CODE_LENGTH]);
    case 'enrol':
    case 'unenrol':
      checkId(intent.course.id, 'course', 'Choose a course.');
      return intent.kind === 'enrol' ? checkAccess(intent) : undefined;
    case 'join':
    case 'leave':
      return checkId(intent.community.id, 'community', 'Choose a community.');
    case 'cancel':
      return checkId(intent.subscription.id, 'subscription', 'Choose a subscription.');
    case 'delete':
      return undefined;
  }
}

function checkAtDesk(intent: DeskIntent): void {
  if ('tag' in intent) checkId(intent.tag.id, 'tag', 'Choose a tag.');
  if ('field' in intent) checkId(intent.field.id, 'field', 'Choose a field.');
  switch (intent.kind) {
    case 'create-tag':
      checkTagName(intent.name);
      checkLine(intent.description ?? '', 'description', ['A description', DESCRIPTION_LENGTH]);
      need(isKept(intent), 'description', 'Systeme.io keeps no description of a tag.');
      break;
    case 'rename-tag':
      checkTagName(intent.name);
      break;
    case 'create-field':
    case 'rename-field':
      need(intent.name.trim() !== '', 'name', 'Give the field a name.');
      checkLine(intent.name, 'name', ['A field’s name', NAME_LENGTH]);
      break;
    case 'delete-tag':
    case 'delete-field':
      return;
  }
  if (intent.kind === 'create-field') {
    need(
      isSlug(intent.slug),
      'slug',
      'A field’s key has small letters, digits and underscores only.',
    );
  }
  const before = 'tag' in intent ? intent.tag.name : 'field' in intent ? intent.field.name : '';
  need(before !== intent.name.trim(), 'name', 'That is its name already.');
}

function checkOnList(intent: ListIntent): void {
  switch (intent.kind) {
    case 'import':
      need(intent.people !== 0, 'people', 'There is nobody to import.');
      for (const tag of intent.tags) checkTagName(tag);
      return;
    case 'delete-people': {
      const { people } = intent;
      const isSound = people.length > 0 && people.length <= MOST_DELETED_AT_ONCE;
      need(isSound, 'people', `Choose up to ${MOST_DELETED_AT_ONCE} people at a time.`);
      for (const { id, name } of people) {
        need(id.trim() !== '' && isAddress(name), 'people', 'Load the page again and choose anew.');
      }
      const ids = new Set(people.map(({ id }) => id));
      return need(ids.size === people.length, 'people', 'Somebody is named twice.');
    }
    case 'empty-list':
      return undefined;
  }
}

function checkConnection(intent: ConnectionIntent): void {
  if (intent.kind === 'create-connection') return;
  checkId(intent.connection.id, 'connection', 'Choose a connection.');
}

function checkTag({ id, name }: { id: string | null; name: string }): void {
  need(id === null || id.trim() !== '', 'tag', 'Choose a tag.');
  if (id === null) checkTagName(name);
}

const isKept = ({ desk, description }: IntentOf<'create-tag'>): boolean =>
  !description?.trim() || desk.account.system === 'octeth';

function checkTagName(name: string): void {
  need(name.trim() !== '', 'tag', 'Give the tag a name.');
  checkLine(name, 'tag', ['A tag’s name', TAG_LENGTH]);
}

function checkNew({ account, firstName, lastName, ...person }: NewPerson): void {
  const { ipAddress, way, fields, standing, since } = person;
  for (const name of [firstName, lastName]) checkLine(name, 'name', ['A name', NAME_LENGTH]);
  need(ipAddress === null || isIpAddress(ipAddress), 'ipAddress', IP_FORM);
  const hasForm = way === 'create' || account.system === 'octeth';
  need(hasForm, 'way', 'Systeme.io has no list to subscribe to.');
  const isPlain = way === 'create' && account.system === 'octeth';
  need(isPlain || !hasLeft(standing), 'standing', 'Nobody can be added as having left here.');
  need(isPlain || since === null, 'since', 'Only Octeth takes a day to go with how they stand.');
  need(since === null || isPastDay(since), 'since', 'Choose a day that has been.');
  checkFields(fields);
}

/** It may be a day later where she is than in the zone of UTC. */
const isPastDay = (day: string): boolean => Date.parse(day) <= Date.now() + 86_400_000;

function checkUpdate({ target, fields, newAddress }: IntentOf<'update'>): void {
  const isChange = fields.some(({ before, after }) => before !== after) || newAddress !== null;
  need(isChange, 'fields', 'Nothing has been changed.');
  checkFields(fields);
  if (!newAddress) return;
  const { before, after } = newAddress;
  const canMove = target.account.system === 'octeth';
  need(canMove, 'newAddress', 'Systeme.io cannot change an address.');
  need(isAddress(after), 'newAddress', 'The new address is not an email address.');
  need(sameAddress(before, target.address), 'newAddress', 'Look the person up once more.');
  need(!sameAddress(before, after), 'newAddress', 'That is the address already.');
}

function checkFields(fields: readonly FieldChange[]): void {
  const ids = new Set(fields.map(({ id }) => id.trim()));
  need(!ids.has(''), 'fields', 'A field is missing its id; load the fields once more.');
  need(ids.size === fields.length, 'fields', 'A field can be changed only once at a time.');
  for (const { name, after } of fields) {
    const isSound = after.length <= VALUE_LENGTH;
    need(isSound, 'fields', `“${name}” has ${VALUE_LENGTH} characters at most.`);
    // Some fields have several lines.
    const isText = !/\p{Cc}/u.test(after.replaceAll(/[\n\r\t]/g, ''));
    need(isText, 'fields', `“${name}” has characters that are no text.`);
  }
}

function checkAccess({ access }: IntentOf<'enrol'>): void {
  if (!('modules' in access)) return;
  const isSound = access.modules.every((id) => id.trim() !== '');
  need(isSound && access.modules.length > 0, 'modules', 'Choose the modules to open.');
}

/** `what` is how the text is called, and how long it may be. */
function checkLine(text: string, field: string, [what, most]: [string, number]): void {
  need(text.trim().length <= most, field, `${what} has ${most} characters at most.`);
  need(!/\p{Cc}/u.test(text), field, `${what} stands on one line.`);
}

const IP_FORM = 'An IP address looks like 203.0.113.7 or 2001:db8::7.';
