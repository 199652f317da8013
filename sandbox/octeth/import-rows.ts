import { zeroAddress, zeroDate } from '../world/octeth.ts';
import type { Subscriber } from '../world/octeth.ts';
import type { ImportColumn, ImportCounts, ImportPlan } from '../world/jobs.ts';
import type { World } from '../world/world.ts';
import { isEmailAddress } from './values.ts';

/** Does what an import was asked to, and counts. A first line of titles is a row like any other. */
export function importRows(plan: ImportPlan, world: World, now: string): ImportCounts {
  const counts: ImportCounts = { imported: 0, duplicates: 0, failed: [] };
  const tagIds = plan.tags.map((name) => world.ensureTag(plan.listId, name).id);
  for (const row of plan.rows) {
    const email = valueIn(row, plan, 'EmailAddress').trim();
    if (!isEmailAddress(email)) {
      counts.failed.push(row.join(','));
      if (plan.suppressFailed && email !== '') world.suppressed.add(email.toLowerCase());
      continue;
    }
    const existing = world.subscriber(plan.listId, email);
    if (existing) counts.duplicates += 1;
    else counts.imported += 1;
    if (existing && !plan.updateDuplicates) continue;
    const subscriber = existing ?? added(plan, email, world, now);
    for (const column of plan.columns) {
      if (column.target !== 'EmailAddress') {
        subscriber.fields.set(column.target, row[column.index] ?? '');
      }
    }
    for (const tagId of tagIds) subscriber.tagIds.add(tagId);
  }
  return counts;
}

function valueIn(row: string[], { columns }: ImportPlan, target: ImportColumn['target']): string {
  const column = columns.find((candidate) => candidate.target === target);
  return row[column?.index ?? -1] ?? '';
}

function added(plan: ImportPlan, email: string, world: World, now: string): Subscriber {
  const subscriber: Subscriber = {
    id: world.nextId(),
    listId: plan.listId,
    email,
    status: 'Subscribed',
    bounce: 'Not Bounced',
    subscriptionDate: now,
    subscriptionIp: ' - Manual Import',
    unsubscriptionDate: zeroDate,
    unsubscriptionIp: zeroAddress,
    optInDate: zeroDate,
    fields: new Map(),
    tagIds: new Set(),
    journeys: plan.triggerActions ? enrolments(plan.listId, world, now) : [],
    activity: [],
    revenue: 0,
  };
  world.subscribers.push(subscriber);
  return subscriber;
}

function enrolments(listId: number, world: World, now: string): Subscriber['journeys'] {
  return world.journeys
    .filter((journey) => journey.listId === listId && journey.status === 'Enabled')
    .map((journey) => ({
      entryId: world.nextId(),
      journeyId: journey.id,
      step: 1,
      enrolledAt: now,
      completedAt: null,
    }));
}
