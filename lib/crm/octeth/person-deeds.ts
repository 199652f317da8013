import type { AccountRef } from '../../people/account';
import type { Target } from '../../people/intent';
import { attempt } from '../attempt';
import type { PersonDeeds } from '../crm';
import { confirmPerson, unsubscribePerson, updatePerson } from './deeds';
import { nothingKnown, readDetails } from './details';
import { previewUnsubscribe } from './preview';
import type { Previewing } from './preview';
import { assertIpAddress, exitJourney, onList } from './writes';

/** What concerns one person; deleting her is beside the other deeds that delete. */
export type OctethPersonDeeds = Omit<PersonDeeds, 'removePerson'>;

export function personDeeds(previewing: Previewing, account: AccountRef): OctethPersonDeeds {
  const { client, now } = previewing;
  const whomOf = (target: Target) => ({ who: onList(account, target), address: target.address });

  return {
    async details(target, ask) {
      const whom = await attempt('octeth details', async () => whomOf(target));
      const at = now();
      return whom.ok
        ? readDetails(client, { ...whom.value, now: at }, ask)
        : nothingKnown(at, whom.failure);
    },
    exitJourney: (target, journey, ask) =>
      attempt('octeth exitJourney', async () =>
        exitJourney(client, { who: onList(account, target), journey }, ask),
      ),
    update: (target, changes, ask) =>
      attempt('octeth update', async () =>
        updatePerson(client, { whom: whomOf(target), changes }, ask),
      ),
    unsubscribe: (target, how, ask) =>
      attempt('octeth unsubscribe', async () =>
        unsubscribePerson(previewing, { whom: whomOf(target), how }, ask),
      ),
    previewUnsubscribe: (target, from, ask) =>
      attempt('octeth preview', async () => {
        const ipAddress = assertIpAddress(from);
        return previewUnsubscribe(previewing, { whom: whomOf(target), ipAddress }, ask);
      }),
    confirm: (target, code, ask) =>
      attempt('octeth confirm', async () =>
        confirmPerson(client, { who: onList(account, target), code }, ask),
      ),
  };
}
