/** What our own pages may ask, answered. */
import type { Answering, PageCalls, PanelCalls } from '@/lib/messaging/protocol';
import type { Caller } from '@/lib/messaging/server';
import { accountCalls } from './account-calls';
import { checkCalls } from './check-calls';
import { connectionCalls } from './connection-calls';
import type { Parts } from './assemble';
import { directoryCalls } from './directory-calls';
import { handOnCalls } from './hand-on';
import { listCalls } from './list-calls';
import { personCalls } from './person-calls';
import { keyCalls, settingCalls } from './setting-calls';

export type PanelAnswers = Answering<PanelCalls, Caller>;

export const createPanelCalls = (
  parts: Parts,
  page: Answering<PageCalls, Caller>,
): PanelAnswers => ({
  ...page,
  ...personCalls(parts),
  ...listCalls(parts),
  ...accountCalls(parts),
  ...checkCalls(parts),
  ...directoryCalls(parts),
  ...connectionCalls(parts),
  ...keyCalls(parts),
  ...settingCalls(parts),
  ...handOnCalls,
});
