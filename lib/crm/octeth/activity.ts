/** What she did and what was done to her, however this server words it. */
import { failureOf } from '../../failure';
import type { Activity, ActivityKind } from '../../people/details';
import type { Ask } from '../crm';
import { plainDate } from '../dates';
import { saidBy } from '../said-by';
import type { OctethClient } from './client';
import type { OnList } from './commands/command';
import type { ActivityRow } from './schemas/person';

export async function readActivity(
  client: OctethClient,
  who: OnList,
  ask: Ask,
): Promise<Activity[]> {
  const rows = await client.activity(who, 'filtered', ask).catch(async (error: unknown) => {
    if (!isAboutFilter(error)) throw error;
    return client.activity(who, 'plain', ask);
  });
  return activitiesOf(rows);
}

/** These codes are the filter's in one version and the person's in another. */
function isAboutFilter(error: unknown): boolean {
  const failure = failureOf(error, 'octeth activity');
  return failure.kind === 'refused' && [3, 4, 5].includes(failure.code ?? 0);
}

/** Newest first. What has no date cannot be placed and is left out. */
export const activitiesOf = (rows: ActivityRow[]): Activity[] =>
  newestFirst(
    rows.flatMap((row) => {
      const at = plainDate(row.ActivityDate);
      return at === null ? [] : { kind: kindOf(row.ActivityType), what: aboutWhat(row), at };
    }),
  );

export const newestFirst = (activities: Activity[]): Activity[] =>
  activities.toSorted((one, other) => other.at.localeCompare(one.at));

/** `email open` and `EmailOpen` are one; `unsubscription` holds a subscription, so it is first. */
const KINDS: [RegExp, ActivityKind][] = [
  [/unsubscri/i, 'unsubscription'],
  [/subscri/i, 'subscription'],
  [/journey/i, 'journey'],
  [/untag/i, 'untag'],
  [/tag/i, 'tag'],
  [/bounce/i, 'bounce'],
  [/click/i, 'click'],
  [/open/i, 'open'],
  [/deliver|sent/i, 'delivery'],
];

const kindOf = (type: string): ActivityKind =>
  KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';

/** What it may be about, the most telling first. */
const TELLING = [
  'link_title',
  'link_url',
  'campaign_name',
  'autoresponder_name',
  'email_subject',
  'TagName',
  'journey_name',
];

function aboutWhat({ ActivityType, CampaignID, Parameters }: ActivityRow): string {
  const told = typeof Parameters === 'object' && Parameters !== null ? Parameters : {};
  const about = new Map<string, unknown>(Object.entries(told));
  const name = TELLING.map((key) => saidBy(about.get(key))).find((text) => text !== '');
  const how = /journey (\w+)/i.exec(ActivityType)?.[1];
  if (name !== undefined) return how ? `${name}: ${how.toLowerCase()}` : name;
  return CampaignID ? `Campaign ${CampaignID}` : saidBy(ActivityType);
}
