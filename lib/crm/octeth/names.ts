/** Where each list keeps a person's name: in custom fields, with other ids on every list. */
import { failureOf, leavesDoubt } from '../../failure';
import { type NamePart, partOfName } from '../../people/name-parts';
import type { Ask } from '../crm';
import { badInput } from '../guards';
import type { OctethClient } from './client';
import { valueIn } from './field-values';
import { isUnknownCommand } from './offers';
import type { SubscriberReply } from './schemas/person';

type NameFields = Record<NamePart, string | null>;

export interface Names {
  nameOf(listId: string, reply: SubscriberReply, ask: Ask): Promise<string | null>;
  /** The name as custom fields of that list. Throws where a part of it would be lost. */
  fieldsFor(
    listId: string,
    name: { firstName: string; lastName: string },
    ask: Ask,
  ): Promise<Record<string, string>>;
}

const UNKNOWN: NameFields = { first: null, last: null, whole: null };

/** A list's fields are read once for look-ups, and afresh for whoever is added. */
export function createNames(client: OctethClient): Names {
  const known = new Map<string, Promise<NameFields>>();

  const readAfresh = (listId: string, ask: Ask): Promise<NameFields> => {
    const reading = readFields(client, listId, ask);
    known.set(listId, reading);
    // What could not be read is asked for again, not taken for none.
    reading.catch(() => known.delete(listId));
    return reading;
  };
  const fieldsOf = (listId: string, ask: Ask): Promise<NameFields> =>
    known.get(listId) ?? readAfresh(listId, ask);

  return {
    async nameOf(listId, { SubscriberInformation: person }, ask) {
      // Nothing else of her is lost for it.
      const { first, last, whole } = await fieldsOf(listId, ask).catch(() => UNKNOWN);
      const valueOf = (id: string | null): string => {
        return id === null ? '' : valueOrNone(person, id).trim();
      };
      return `${valueOf(first)} ${valueOf(last)}`.trim() || valueOf(whole) || null;
    },
    async fieldsFor(listId, { firstName, lastName }, ask) {
      const name = { first: firstName.trim(), last: lastName.trim() };
      if (name.first === '' && name.last === '') return {};
      return placed(name, await readAfresh(listId, ask).catch(refuseUnread));
    },
  };
}

/** Reading alone has failed, so it is certain that nobody was added. */
function refuseUnread(error: unknown): never {
  const failure = failureOf(error, 'octeth fields');
  const isLost = isUnknownCommand(error) || leavesDoubt(failure);
  if (isLost || failure.kind === 'refused' || failure.kind === 'not-allowed') {
    throw badInput('name', UNREAD);
  }
  throw error;
}

const UNREAD =
  'It could not be read which fields of this list hold a name, so nobody was added; try again, or leave the name out';

function placed(
  name: { first: string; last: string },
  { first, last, whole }: NameFields,
): Record<string, string> {
  if (first === null && last === null && whole !== null) {
    return { [whole]: `${name.first} ${name.last}`.trim() };
  }
  const parts = [
    { id: first, value: name.first, what: 'first name' },
    { id: last, value: name.last, what: 'last name' },
  ].filter(({ value }) => value !== '');
  return Object.fromEntries(
    parts.map(({ id, value, what }) => {
      if (id !== null) return [id, value];
      const reason = `This list has no field for a ${what}, so nobody was added; leave it out`;
      throw badInput('name', reason);
    }),
  );
}

/** A name that is no text is no name; nothing else of her is lost for it. */
function valueOrNone(row: Record<string, unknown>, fieldId: string): string {
  try {
    return valueIn(row, fieldId);
  } catch {
    return '';
  }
}

async function readFields(client: OctethClient, listId: string, ask: Ask): Promise<NameFields> {
  // Whoever asks first asks for all that come after, so no single caller may call it off.
  const { CustomFields } = await client.customFields(listId, { urgency: ask.urgency });
  const idOf = (part: NamePart): string | null =>
    CustomFields.find((field) => partOfName(field.MergeTagAlias, field.FieldName) === part)
      ?.CustomFieldID ?? null;
  return { first: idOf('first'), last: idOf('last'), whole: idOf('whole') };
}
