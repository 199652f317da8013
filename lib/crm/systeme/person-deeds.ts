/** What is done to one person, by her number, after a look that it still is hers. */
import * as v from 'valibot';
import { FailureError, failed } from '../../failure';
import type { Result } from '../../failure';
import type { FieldChange } from '../../people/details';
import { attempt } from '../attempt';
import type { PersonDeeds } from '../crm';
import { assertAccount } from '../guards';
import { readDetails } from './details';
import { assertSlug } from './field-names';
import type { Systeme } from './find';
import { valueIn } from './map-details';
import { isMissing } from './refusals';
import { Contact } from './schemas';
import { heldBy, needHer } from './target';

const refused = (reason: string): Result<never> => failed({ kind: 'refused', reason, code: null });

export const NO_JOURNEYS = refused('Systeme.io has no journeys');
const NO_UNSUBSCRIBING = refused('Systeme.io lets nobody be unsubscribed from here');
const NO_CONFIRMING = refused('Systeme.io lets nobody be confirmed from here');
const NO_NEW_ADDRESS = refused('Systeme.io cannot change an address');

export function personDeeds(systeme: Systeme): PersonDeeds {
  const { account, client } = systeme;
  return {
    details: (target, ask) => readDetails(systeme, target, ask),
    exitJourney: async () => NO_JOURNEYS,
    unsubscribe: async () => NO_UNSUBSCRIBING,
    previewUnsubscribe: async () => NO_UNSUBSCRIBING,
    confirm: async () => NO_CONFIRMING,
    update: async (target, { fields, address }, ask) => {
      if (address) return NO_NEW_ADDRESS;
      return attempt('systeme update', async () => {
        assertAccount(account, target.account);
        const values = fields.map(({ id, after }) => ({ slug: assertSlug(id), value: after }));
        if (values.length === 0) return null;
        const { id } = await needHer({ account, client, target }, ask);
        const reply = v.safeParse(Contact, await client.updateContact(id, values, ask));
        const isTold = reply.success && reply.output.id === id;
        const after = isTold ? reply.output : await client.contact(id, ask);
        assertTaken(after, fields);
        return null;
      });
    },
    removePerson: (target, ask) =>
      attempt('systeme remove', async () => {
        const her = await heldBy({ account, client, target }, ask);
        if (!her) throw new FailureError({ kind: 'not-found', what: 'person' });
        try {
          await client.deleteContact(her.id, ask);
        } catch (error) {
          // Somebody else was quicker: what was wanted is so.
          if (!isMissing(error)) throw error;
        }
        return null;
      }),
  };
}

/** A server that does not know a field's name says nothing and leaves it as it was. */
function assertTaken(contact: Contact, changes: FieldChange[]): void {
  const left = changes.filter(({ id, before, after }) => {
    const value = valueIn(contact, id);
    return value !== after.trim() && value === before.trim();
  });
  if (left.length === 0) return;
  const names = left.map(({ name }) => `“${name}”`).join(', ');
  throw new FailureError({
    kind: 'refused',
    reason: `Systeme.io left ${names} as before`,
    code: null,
  });
}
