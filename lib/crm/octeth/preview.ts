/**
 * Octeth answers a preview with the words of the deed itself, and to somebody who is not there or
 * is out already it says the same with and without one: no harmless question tells whether it heeds
 * `Preview`. So it is tried where the deed is wanted: whoever is to be unsubscribed is previewed
 * first, and looked at. If she is out, what was agreed to is done, and this server cannot preview.
 * If she is not, and the deed itself is then not refused as done already, it can; and for a day
 * its answer is asked for before anybody has said yes.
 */
import { FailureError, leavesDoubt } from '../../failure';
import type { Result } from '../../failure';
import { sameAddress } from '../../people/address';
import type { Target } from '../../people/intent';
import type { Preview } from '../../people/preview';
import { hasLeft } from '../../people/standing';
import { attempt } from '../attempt';
import type { Ask } from '../crm';
import { isFresh } from '../needs';
import type { Learnt, Memory } from '../needs';
import type { OctethClient } from './client';
import type { OnList } from './commands/command';
import { standingNamed } from './map';

const SEEN_LASTS_MS = 24 * 3_600_000;

export interface Whom {
  who: OnList;
  address: Target['address'];
}

export interface Previewing {
  client: OctethClient;
  memory: Memory;
  now: () => number;
}

/** Before a yes; of a server that might act on it nothing is asked. */
export async function previewUnsubscribe(
  previewing: Previewing,
  { whom, ipAddress }: { whom: Whom; ipAddress: string },
  ask: Ask,
): Promise<Preview> {
  const { client, memory } = previewing;
  const seen = await seenLately(previewing);
  if (seen?.verdict !== 'honoured') return { outcome: 'untold', why: seen?.verdict ?? 'untried' };
  const before = await statusNow(client, whom, ask);
  // Where nobody comes to see what it did, nobody else is asked about.
  await memory.learn({ preview: null });
  const asked = await askFor(client, { who: whom.who, ipAddress }, ask);
  // Whatever the answer was, and were there none: has it been done?
  const looked = await attempt('octeth preview', () => look(previewing, { whom, before }, ask));
  if (!looked.ok) return { outcome: 'unsure', failure: looked.failure };
  if (looked.value === 'left') return { outcome: 'out' };
  // It may be on its way still.
  if (!asked.ok && leavesDoubt(asked.failure)) return { outcome: 'unsure', failure: asked.failure };
  if (looked.value === 'same' && !asked.ok) await memory.learn({ preview: seen });
  if (looked.value === 'same' && asked.ok) await learnHeeded(previewing);
  if (asked.ok) return { outcome: 'would' };
  if (saysNo(asked)) return { outcome: 'would-not', failure: asked.failure };
  throw new FailureError(asked.failure);
}

/** `taken`: for the deed, which is done; `heeded`, if the deed proves it; else it was not tried. */
type Trial = 'taken' | 'heeded' | 'none';

/** After a yes. */
export async function tryPreview(
  previewing: Previewing,
  { whom, before, ipAddress }: { whom: Whom; before: string; ipAddress: string },
  ask: Ask,
): Promise<Trial> {
  const isOut = standingNamed(before) === 'unsubscribed';
  if (isOut || (await seenLately(previewing)) !== null) return 'none';
  const asked = await askFor(previewing.client, { who: whom.who, ipAddress }, ask);
  if (!asked.ok && !saysNo(asked)) throw new FailureError(asked.failure);
  // What it would not preview it refuses in its own words, or does.
  if (!asked.ok) return 'none';
  const looked = await attempt('octeth preview', () => look(previewing, { whom, before }, ask));
  return looked.ok ? TRIALS[looked.value] : 'none';
}

/** Who stands otherwise and has not left, having confirmed meanwhile, is yet to be unsubscribed. */
const TRIALS = { left: 'taken', same: 'heeded', other: 'none' } as const;

export const learnHeeded = ({ memory, now }: Previewing): Promise<void> =>
  memory.learn({ preview: { verdict: 'honoured', at: now() } });

/** Her status as the server words it; law 1: of nobody else. */
export async function statusNow(client: OctethClient, whom: Whom, ask: Ask): Promise<string> {
  const { SubscriberInformation: row } = await client.subscriber(whom.who, ask);
  if (sameAddress(row.EmailAddress, whom.address)) return row.SubscriptionStatus;
  throw new FailureError({ kind: 'not-found', what: 'person' });
}

async function seenLately({ memory, now }: Previewing): Promise<Learnt['preview']> {
  const { preview } = await memory.read();
  return preview && isFresh(preview.at, now(), SEEN_LASTS_MS) ? preview : null;
}

const askFor = (
  client: OctethClient,
  { who, ipAddress }: { who: OnList; ipAddress: string },
  ask: Ask,
): Promise<Result<unknown>> =>
  attempt('octeth preview', () => client.previewUnsubscribe(who, ipAddress, ask));

const saysNo = (asked: Result<unknown>): boolean =>
  !asked.ok && ['refused', 'not-found'].includes(asked.failure.kind);

/** Told by her status now and before. */
async function look(
  { client, memory, now }: Previewing,
  { whom, before }: { whom: Whom; before: string },
  ask: Ask,
): Promise<'left' | 'same' | 'other'> {
  const after = await statusNow(client, whom, ask);
  if (after === before) return 'same';
  if (!hasLeft(standingNamed(after))) return 'other';
  await memory.learn({ preview: { verdict: 'ignored', at: now() } });
  return 'left';
}
