/** What is read beyond a look-up: a person's details and an account's catalogue. */
import type { Crm } from '../crm/crm';
import type { Result } from '../failure';
import type { Catalogue } from '../people/catalogue';
import type { Details } from '../people/details';
import { accountOf, type Intent, type Target } from '../people/intent';
import type { Area } from '../storage/kept';
import { createShortMemory } from './short-memory';

const DETAILS_LAST_MS = 60_000;
const CATALOGUE_LASTS_MS = 5 * 60_000;

export interface ReadingsDependencies {
  crmOf(accountId: string): Promise<Crm>;
  session: Area;
  now(): number;
}

export function createReadings({ crmOf, session, now }: ReadingsDependencies) {
  const details = createShortMemory<Details>({
    name: 'details',
    lastsMs: DETAILS_LAST_MS,
    most: 20,
    isWhole: ({ fields, segments, activity, courses, communities, subscriptions }) =>
      areWhole([fields, segments, activity, courses, communities, subscriptions]),
    session,
    now,
  });
  const catalogues = createShortMemory<Catalogue>({
    name: 'catalogues',
    lastsMs: CATALOGUE_LASTS_MS,
    most: 10,
    isWhole: ({ tags, fields, courses, communities }) =>
      areWhole([tags, fields, courses, communities]),
    session,
    now,
  });

  return {
    detailsOf: (target: Target, fresh: boolean): Promise<Details> =>
      details.read(keyOf(target), fresh, async () =>
        (await crmOf(target.account.id)).details(target, { urgency: 'click' }),
      ),
    catalogueOf: (accountId: string, fresh: boolean): Promise<Catalogue> =>
      catalogues.read(accountId, fresh, async () =>
        (await crmOf(accountId)).catalogue({ urgency: 'click' }),
      ),
    /** After a write: what was read before it is no longer true. */
    async forget(intent: Intent): Promise<void> {
      const { id } = accountOf(intent);
      if ('target' in intent) {
        const { target } = intent;
        await details.forget((key) => key.startsWith(profileKey(target)));
      }
      if (changesCatalogue(intent)) await catalogues.forget((key) => key === id);
      // A field's name stands in the details of everybody.
      if ('desk' in intent) await details.forget((key) => key.startsWith(`${id} `));
    },
    async forgetAccount(accountId: string): Promise<void> {
      await details.forget((key) => key.startsWith(`${accountId} `));
      await catalogues.forget((key) => key === accountId);
    },
  };
}

export type Readings = ReturnType<typeof createReadings>;

/** How many people carry a tag is told with it. */
export const changesCatalogue = (intent: Intent): boolean =>
  'desk' in intent || ['tag', 'untag', 'delete'].includes(intent.kind);

const areWhole = (parts: readonly (Result<unknown> | null)[]): boolean =>
  parts.every((part) => part === null || part.ok);

/** Under the address too: an id under which another answers is not the person meant (law 1). */
const keyOf = (target: Target): string => `${profileKey(target)}${target.address}`;

const profileKey = ({ account, place, profileId }: Target): string =>
  `${account.id} ${place?.id ?? ''}/${profileId} `;
