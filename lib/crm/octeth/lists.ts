/** Which lists there are, where the server and this key tell. */
import { failureOf } from '../../failure';
import type { Place } from '../../people/account';
import type { Ask } from '../crm';
import type { OctethClient } from './client';
import { isUnknownCommand } from './offers';

/** Null where this server or this key cannot tell. */
export const readLists = (client: OctethClient, ask: Ask): Promise<Place[] | null> =>
  unlessUntold(
    client.lists(ask).then(({ Lists }) =>
      Lists.map((row) => ({
        id: row.ListID,
        name: row.Name ?? row.ListName ?? `List ${row.ListID}`,
      })),
    ),
  );

export async function unlessUntold<Value>(asking: Promise<Value>): Promise<Value | null> {
  try {
    return await asking;
  } catch (error) {
    if (isUnknownCommand(error) || isNotAllowed(error)) return null;
    throw error;
  }
}

const isNotAllowed = (error: unknown): boolean =>
  failureOf(error, 'octeth lists').kind === 'not-allowed';
