import type { Commands } from './command.ts';
import { create } from './create.ts';
import { optIn } from './opt-in.ts';
import { subscribe } from './subscribe.ts';
import { unsubscribe } from './unsubscribe.ts';
import { update } from './update.ts';

/** Writing to one person's row. */
export const changeCommands: Commands = {
  'subscriber.create': create,
  'subscriber.subscribe': subscribe,
  'subscriber.optin': optIn,
  'subscriber.update': update,
  'subscriber.unsubscribe': unsubscribe,
};
