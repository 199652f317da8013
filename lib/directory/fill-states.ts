/** How far the directory of an account has come, for the options page. */
import { capacityFor } from '../crm/forecast';
import type { CallLimit } from '../people/account';
import type { PlaceState } from '../people/directory';
import type { FillPlace } from './fill';
import type { FillLog } from './fill-log';
import { positionOf } from './fill-step';
import { isSame } from './fill-visit';
import type { Filling, Registers, RegisterState } from './registers';

interface Known {
  registers: Registers;
  log: FillLog;
  /** How long a page took lately. */
  pageMs: number | null;
}

export async function placeStates(
  { limit, places }: { limit: CallLimit; places: readonly FillPlace[] },
  { registers, log, pageMs }: Known,
): Promise<PlaceState[]> {
  const [states, fillings] = await Promise.all([registers.states(), registers.fillings()]);
  const msPerPage = Math.max(
    pageMs ?? 0,
    (limit.seconds * 1000) / capacityFor('spare', limit.calls),
  );
  return Promise.all(
    places.map(async ({ key, place }) => {
      const state = states.find((one) => isSame(one.key, key));
      const filling = fillings.find((one) => isSame(one.key, key));
      const { failure, retryAt } = await log.read(key);
      return {
        place,
        known: state ? knownOf(state) : null,
        filling: filling ? progressOf(filling, { state, msPerPage }) : null,
        trouble: failure && { failure, retryAt },
      };
    }),
  );
}

function knownOf({ people, at, caughtUpAt, doubtedAt, alteredAt }: RegisterState) {
  return { people, at, caughtUpAt, isDoubted: doubtedAt !== null || alteredAt !== null };
}

function progressOf(
  filling: Filling,
  { state, msPerPage }: { state: RegisterState | undefined; msPerPage: number },
): PlaceState['filling'] {
  const { passed: done, total: told, roll } = positionOf(filling);
  const isAllRead = roll?.system === 'octeth' && roll.passed !== null;
  // Where the server does not say, it will be about as many as the last time.
  const guessed = state ? Math.max(state.people, done) : null;
  const total = told ?? guessed;
  const perPage = filling.pages > 0 ? filling.people / filling.pages : 0;
  // How large the groups are, nobody has told.
  const isKnown = total !== null && perPage > 0 && !isAllRead;
  const pagesLeft = isKnown ? Math.ceil(Math.max(0, total - done) / perPage) : 0;
  const minutesLeft = isKnown ? Math.ceil((pagesLeft * msPerPage) / 60_000) : null;
  return { done, total, minutesLeft, isAllRead };
}
