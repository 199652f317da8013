/** Where each list keeps a person's name: in custom fields, with other ids on every list. */
import type { Ask } from '../crm';
import type { OctethClient } from './client';
import { valueIn } from './field-values';
import type { SubscriberReply } from './schemas/person';

interface NameFields {
  first: string | null;
  last: string | null;
  whole: string | null;
}

export interface Names {
  nameOf(listId: string, reply: SubscriberReply, ask: Ask): Promise<string | null>;
  /** The name as custom fields of that list, as far as it has fields for it. */
  fieldsFor(
    listId: string,
    name: { firstName: string; lastName: string },
    ask: Ask,
  ): Promise<Record<string, string>>;
}

const UNKNOWN: NameFields = { first: null, last: null, whole: null };

/** What such fields are called, by merge tag or by title, without regard to case and spaces. */
const CALLED = {
  first: ['firstname', 'givenname', 'forename'],
  last: ['lastname', 'surname', 'familyname'],
  whole: ['name', 'fullname'],
};

/** A list's fields are read once; where they cannot be, nobody there has a name. */
export function createNames(client: OctethClient): Names {
  const known = new Map<string, Promise<NameFields>>();

  const fieldsOf = (listId: string, ask: Ask): Promise<NameFields> => {
    const fields = known.get(listId) ?? readFields(client, listId, ask).catch(() => UNKNOWN);
    known.set(listId, fields);
    return fields;
  };

  return {
    async nameOf(listId, { SubscriberInformation: person }, ask) {
      const { first, last, whole } = await fieldsOf(listId, ask);
      const valueOf = (id: string | null): string => {
        return id === null ? '' : valueOrNone(person, id).trim();
      };
      return `${valueOf(first)} ${valueOf(last)}`.trim() || valueOf(whole) || null;
    },
    async fieldsFor(listId, { firstName, lastName }, ask) {
      if (`${firstName}${lastName}`.trim() === '') return {};
      const { first, last, whole } = await fieldsOf(listId, ask);
      const values: [string | null, string][] = [
        [first, firstName.trim()],
        [last, lastName.trim()],
        [first === null && last === null ? whole : null, `${firstName} ${lastName}`.trim()],
      ];
      return Object.fromEntries(values.filter(([id, value]) => id !== null && value !== ''));
    },
  };
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
  const idOf = (names: readonly string[]): string | null =>
    CustomFields.find((field) =>
      [field.MergeTagAlias, field.FieldName].some((text) => names.includes(lettersOf(text))),
    )?.CustomFieldID ?? null;
  return { first: idOf(CALLED.first), last: idOf(CALLED.last), whole: idOf(CALLED.whole) };
}

const lettersOf = (text: string | null | undefined): string =>
  (text ?? '').toLowerCase().replace(/[^a-z]/g, '');
