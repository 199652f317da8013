/** What one place needs now: begun, gone on with, caught up with; and when it needs something next. */
import { type Failure, failureOf } from '../failure';
import { dueOf, isAheadOf, RARE_RETRY_MS, retryAfter } from './fill-due';
import type { FillLog } from './fill-log';
import type { FillPlans } from './fill-plans';
import { catchUp, type FillStep, type Listing, positionOf, takePage } from './fill-step';
import type { RegisterKey, Registers } from './registers';

export interface Visiting {
  plans: FillPlans;
  log: FillLog;
  usedAt(): Promise<number>;
  /** Whether it may be asked at this moment: any step may be the last. */
  isAllowed(key: RegisterKey): Promise<boolean>;
  /** Another page is about to be asked for. */
  onPage(): Promise<void>;
  /** A page was taken in so many milliseconds. */
  onTaken(accountId: string, ms: number): void;
  /** Marks may be others now. */
  changed(): void;
}

/** Gives when to come again; what fails is noted, and only what fails here. */
export async function visit(visiting: Visiting, step: FillStep): Promise<number> {
  const { key, signal, now } = step;
  const { log, isAllowed } = visiting;
  const { retryAt } = await log.read(key);
  // A clock set back must not keep it waiting for longer than any failure does.
  if (retryAt > now() && retryAt <= now() + RARE_RETRY_MS) return retryAt;
  try {
    await doWhatIsDue(visiting, step);
    await log.settle(key);
    const { refreshAt, catchUpAt } = await due(visiting, step);
    return Math.min(refreshAt, catchUpAt);
  } catch (error) {
    if (signal.aborted || !(await isAllowed(key))) return Infinity;
    return noteFailure(log, step, failureOf(error, 'directory'));
  }
}

async function due({ plans, log, usedAt }: Visiting, { registers, key, now }: FillStep) {
  const state = (await registers.states()).find((one) => isSame(one.key, key));
  const { every } = await plans.of(key.accountId);
  return dueOf(state, await log.read(key), { every, usedAt: await usedAt(), now: now() });
}

/**
 * Newcomers are few and go first; where they had the last calls there were, reading all anew goes
 * first the next time. What ails the one keeps nobody from the other.
 */
async function doWhatIsDue(visiting: Visiting, step: FillStep): Promise<void> {
  const { log } = visiting;
  const { isFillingNext } = await log.read(step.key);
  if (isFillingNext) await log.change(step.key, { isFillingNext: false });
  const unread = isFillingNext ? await errorOf(readAnew(visiting, step)) : null;
  const unlisted = await errorOf(lookForNew(visiting, step));
  if (!isFillingNext) {
    const isBusy = unlisted && failureOf(unlisted, 'directory').kind === 'busy';
    if (isBusy) await log.change(step.key, { isFillingNext: true });
    await readAnew(visiting, step);
  }
  if (unread ?? unlisted) throw unread ?? unlisted;
}

async function readAnew(visiting: Visiting, step: FillStep): Promise<void> {
  await begin(visiting, step);
  await fill(visiting, step);
}

async function begin(visiting: Visiting, step: FillStep): Promise<void> {
  const { registers, key, now } = step;
  const { log } = visiting;
  const filling = await registers.filling(key);
  const isFilling = filling !== null && !isAheadOf(filling.startedAt, now());
  if (!isFilling) {
    if ((await due(visiting, step)).refreshAt > now()) return;
    // What was listed before it goes with the old register.
    await log.change(key, { listing: null });
    await registers.begin(key, now());
  }
  await log.change(key, { wanted: false });
}

async function fill(visiting: Visiting, step: FillStep): Promise<void> {
  const { registers, key, now } = step;
  const filling = await registers.filling(key);
  let position = filling && positionOf(filling);
  while (position !== null && (await visiting.isAllowed(key))) {
    await visiting.onPage();
    const began = now();
    position = await takePage(step, position);
    visiting.onTaken(key.accountId, now() - began);
    await visiting.log.settle(key);
    if (position === null) visiting.changed();
  }
}

async function lookForNew(visiting: Visiting, step: FillStep): Promise<void> {
  const { key, now } = step;
  const { log, isAllowed } = visiting;
  if ((await due(visiting, step)).catchUpAt > now()) return;
  const begun = (await log.read(key)).listing;
  const listing: Listing =
    begun && !isAheadOf(begun.at, now()) ? { ...begun } : { at: now(), from: null };
  do {
    if (!(await isAllowed(key))) return;
    await visiting.onPage();
    const from = await catchUp(step, listing);
    // Kept before the next: one that breaks off goes on there.
    await log.change(key, { listing: from && { at: listing.at, from } });
    listing.from = from;
  } while (listing.from !== null);
  visiting.changed();
}

async function noteFailure(
  log: FillLog,
  { registers, key, now }: FillStep,
  failure: Failure,
): Promise<number> {
  // Nothing went wrong: it is somebody else's turn.
  if (failure.kind === 'busy') return failure.retryAt;
  const { tries } = await log.read(key);
  const retryAt = now() + retryAfter(failure, tries);
  await log.change(key, { failure, retryAt, tries: tries + 1 });
  if (failure.kind === 'changed-shape') {
    await log.change(key, { listing: null });
    // The same place, asked again, has said the same: from there it never goes on.
    if (tries > 0) await beginAnew(log, registers, key);
  }
  return retryAt;
}

/** Whatever is on its way is dropped; what answers goes on answering. */
export async function beginAnew(
  log: FillLog,
  registers: Registers,
  key: RegisterKey,
): Promise<void> {
  if ((await registers.filling(key)) === null) return;
  await registers.abandon(key);
  await log.change(key, { wanted: true });
}

const errorOf = (work: Promise<void>): Promise<Error | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );

export const isSame = (one: RegisterKey, other: RegisterKey): boolean =>
  one.accountId === other.accountId && one.placeId === other.placeId;
