/** One method for each Octeth command. All go to `/api.php`: a key is never in a URL. */
import type * as v from 'valibot';
import { failureOf } from '../../failure';
import type { NewTag } from '../../people/offers';
import type { Ask } from '../crm';
import { send } from '../http';
import type { HttpReply, Transport } from '../http';
import type { Budget, Key } from '../needs';
import { noted } from '../noted';
import { parseShape } from '../shape';
import * as account from './commands/account';
import * as changes from './commands/changes';
import type { Leaving, NewcomerOnForm, NewSubscriber, SubscriberChanges } from './commands/changes';
import type { Command, OnList } from './commands/command';
import * as journeys from './commands/journeys';
import * as person from './commands/person';
import * as session from './commands/session';
import * as tags from './commands/tags';
import { listMethods } from './list-client';
import { assertNotRefused } from './refusals';

export interface OctethClientOptions extends Transport {
  /** Base address without a trailing slash. */
  server: string;
  key: Key;
  /** Absent only while an account is being connected. */
  budget?: Budget;
  windowSeconds?: number;
}

export type OctethClient = ReturnType<typeof createOctethClient>;

/** Every method throws a `FailureError`. */
export function createOctethClient(options: OctethClientOptions) {
  const ask = <Schema extends v.GenericSchema>(command: Command<Schema>, by: Ask) =>
    noted(by, command.kind === 'write' && !command.isHarmless, () => run(options, command, by));
  const download = async (command: Command<v.GenericSchema>, by: Ask) =>
    (await reach(options, { ...command, maySendFile: true }, by)).file ?? null;
  return {
    ...listMethods({ server: options.server, now: options.now ?? Date.now, ask, download }),
    currentUser: (by: Ask) => ask(account.currentUser(), by),
    lists: (by: Ask) => ask(account.lists(), by),
    journeys: (by: Ask) => ask(journeys.journeys(), by),
    subscriber: (who: { listId: string; address: string } | OnList, by: Ask) =>
      ask(person.subscriber(who), by),
    exists: (who: { listId: string; address: string }, by: Ask) => ask(person.exists(who), by),
    journeysOf: (who: OnList, by: Ask) => ask(journeys.journeysOf(who), by),
    customFields: (listId: string, by: Ask) => ask(account.customFields(listId), by),
    tags: (listId: string, by: Ask) => ask(tags.tags(listId), by),
    createTag: (listId: string, tag: NewTag, by: Ask) => ask(tags.createTag(listId, tag), by),
    tag: (who: OnList, tagId: string, by: Ask) => ask(tags.tag(who, tagId), by),
    untag: (who: OnList, tagId: string, by: Ask) => ask(tags.untag(who, tagId), by),
    triggerJourney: (who: OnList, journeyId: string, by: Ask) =>
      ask(journeys.triggerJourney(who, journeyId), by),
    removeFromJourney: (who: OnList, journeyId: string, by: Ask) =>
      ask(journeys.removeFromJourney(who, journeyId), by),
    details: (who: OnList, by: Ask) => ask(person.details(who), by),
    activity: (who: OnList, how: 'filtered' | 'plain', by: Ask) =>
      ask(person.activity(who, how), by),
    login: (who: { listId: string; address: string }, by: Ask) => ask(session.login(who), by),
    /** `sessionId` is hers, from `login`. */
    listsOf: (sessionId: string, by: Ask) => ask(session.listsOf(sessionId), by),
    exitJourney: (who: OnList, journeyId: string, by: Ask) =>
      ask(journeys.exitJourney(who, journeyId), by),
    subscribe: (one: NewcomerOnForm, by: Ask) => ask(changes.subscribe(one), by),
    updateSubscriber: (who: OnList, what: SubscriberChanges, by: Ask) =>
      ask(changes.updateSubscriber(who, what), by),
    unsubscribe: (who: OnList, how: Leaving, by: Ask) => ask(changes.unsubscribe(who, how), by),
    previewUnsubscribe: (who: OnList, ipAddress: string, by: Ask) =>
      ask(changes.previewUnsubscribe(who, ipAddress), by),
    confirmOptIn: (who: OnList, code: string, by: Ask) => ask(changes.confirmOptIn(who, code), by),
    createSubscriber: (one: NewSubscriber, by: Ask) => ask(changes.createSubscriber(one), by),
  };
}

async function run<Schema extends v.GenericSchema>(
  options: OctethClientOptions,
  command: Command<Schema>,
  by: Ask,
): Promise<v.InferOutput<Schema>> {
  const { body } = await reach(options, command, by);
  return parseShape(command.schema, body, command.name);
}

/** Whatever the server answered that is no refusal. */
async function reach(
  { server, key, budget, windowSeconds = 60, ...transport }: OctethClientOptions,
  command: Command<v.GenericSchema> & { maySendFile?: true },
  { urgency, signal }: Ask,
): Promise<HttpReply> {
  const signature = async () =>
    command.session === undefined ? { APIKey: await key() } : { SessionID: command.session };
  const reply = await send(
    {
      url: `${server}/api.php`,
      method: 'POST',
      json: { Command: command.name, ...(await signature()), ...command.params },
      kind: command.kind,
      windowSeconds,
      signal,
      ...(command.maySendFile && { maySendFile: true }),
      ...(budget && { hold: (until: number) => budget.hold(until) }),
      ...(budget &&
        command.isLimited && { spend: (inTime?: AbortSignal) => budget.spend(urgency, inTime) }),
    },
    transport,
  );
  const now = transport.now ?? Date.now;
  const retryAt = now() + windowSeconds * 1000;
  try {
    assertNotRefused(reply, command.refusals, retryAt);
  } catch (error) {
    const failure = failureOf(error, command.name);
    transport.heard?.(command.name, failure);
    // Versions that speak no 4xx tell a used-up limit in the body alone.
    if (failure.kind === 'busy') await budget?.hold(retryAt);
    throw error;
  }
  transport.heard?.(command.name, null);
  return reply;
}
