/** One method for each Octeth command. All go to `/api.php`: a key is never in a URL. */
import type * as v from 'valibot';
import { failureOf } from '../../failure';
import type { Ask } from '../crm';
import { send } from '../http';
import type { Transport } from '../http';
import type { Budget, Key } from '../needs';
import { parseShape } from '../shape';
import * as commands from './commands';
import type { Command, NewSubscriber, OnList } from './commands';
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
    run(options, command, by);
  return {
    currentUser: (by: Ask) => ask(commands.currentUser(), by),
    lists: (by: Ask) => ask(commands.lists(), by),
    journeys: (by: Ask) => ask(commands.journeys(), by),
    subscriber: (who: { listId: string; address: string } | OnList, by: Ask) =>
      ask(commands.subscriber(who), by),
    exists: (who: { listId: string; address: string }, by: Ask) => ask(commands.exists(who), by),
    journeysOf: (who: OnList, by: Ask) => ask(commands.journeysOf(who), by),
    customFields: (listId: string, by: Ask) => ask(commands.customFields(listId), by),
    tags: (listId: string, by: Ask) => ask(commands.tags(listId), by),
    createTag: (listId: string, name: string, by: Ask) => ask(commands.createTag(listId, name), by),
    tag: (who: OnList, tagId: string, by: Ask) => ask(commands.tag(who, tagId), by),
    untag: (who: OnList, tagId: string, by: Ask) => ask(commands.untag(who, tagId), by),
    triggerJourney: (who: OnList, journeyId: string, by: Ask) =>
      ask(commands.triggerJourney(who, journeyId), by),
    removeFromJourney: (who: OnList, journeyId: string, by: Ask) =>
      ask(commands.removeFromJourney(who, journeyId), by),
    createSubscriber: (one: NewSubscriber, by: Ask) => ask(commands.createSubscriber(one), by),
  };
}

async function run<Schema extends v.GenericSchema>(
  { server, key, budget, windowSeconds = 60, ...transport }: OctethClientOptions,
  command: Command<Schema>,
  { urgency, signal }: Ask,
): Promise<v.InferOutput<Schema>> {
  const reply = await send(
    {
      url: `${server}/api.php`,
      method: 'POST',
      json: { Command: command.name, APIKey: await key(), ...command.params },
      kind: command.kind,
      windowSeconds,
      signal,
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
    // Versions that speak no 4xx tell a used-up limit in the body alone.
    if (failureOf(error, command.name).kind === 'busy') await budget?.hold(retryAt);
    throw error;
  }
  return parseShape(command.schema, reply.body, command.name);
}
