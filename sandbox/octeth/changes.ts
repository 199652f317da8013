import type { Commands } from './command.ts';
import { create } from './create.ts';
import { unsubscribe } from './unsubscribe.ts';
import { update } from './update.ts';

/** Writing to one person's row. */
export const changeCommands: Commands = {
  'subscriber.create': create,
  'subscriber.update': update,
  'subscriber.unsubscribe': unsubscribe,
};
