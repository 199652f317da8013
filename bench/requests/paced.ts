import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../e2e/harness/ask.ts';
import { connectBoth } from '../../e2e/harness/connect.ts';
import { startExtension, type Extension } from '../../e2e/harness/extension.ts';
import {
  type Account,
  type CallLimit,
  MATON_LIMIT,
  SYSTEM_NAMES,
  type System,
} from '../../lib/people/account.ts';
import type { LoggedRequest } from '../../sandbox/log.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { Figure } from '../figures.ts';
import { fillWorld } from './crowd.ts';
import { fullestWindow } from './windows.ts';

/** More than are read in the time. */
const PEOPLE = 100_000;
/** Octeth's own minute would have the table wait for it: as many calls, in a shorter window. */
const LIMITS: Record<System, CallLimit> = {
  octeth: { calls: 100, seconds: 10 },
  systeme: MATON_LIMIT,
};
const SERVICES = { octeth: 'octeth', systeme: 'gateway' } as const;
const WATCHED_MS = 25_000;
const ALONE_MS = 3_000;
/** Four tenths of each window. */
const CLICK_EACH_MS = 250;
/** Percent of a window that are a filling's. */
const MOST_SPARE = 50;
/** Who waits for calls to be free again does so for up to a window. */
const AT_ONCE_MS = 200;

/** Fillings under limits that servers hold us to, and somebody who looks people up beside them. */
export async function benchPaced(): Promise<Figure[]> {
  const [octethLimit, matonLimit] = [LIMITS.octeth, LIMITS.systeme];
  const sandbox = await startSandbox({ dialect: 'public', octethLimit, matonLimit });
  fillWorld(sandbox, PEOPLE);
  const extension = await startExtension();
  try {
    await connectBoth(extension, sandbox);
    const { accounts } = await ask(extension, 'accounts');
    for (const { id: accountId, system } of accounts) {
      await ask(extension, 'setLimit', { accountId, limit: LIMITS[system] });
    }
    // Where nothing is flagged, nothing is read.
    await ask(extension, 'setFlags', { mode: 'everywhere', sites: [] });
    const alone = await clickOnAll(extension, accounts, ALONE_MS);
    const from = sandbox.log.length;
    for (const { id: accountId } of accounts) {
      await ask(extension, 'setDirectory', { accountId, plan: { on: true } });
    }
    const beside = await clickOnAll(extension, accounts, WATCHED_MS);
    const log = sandbox.log.slice(from);
    return accounts.flatMap(({ system }, index) =>
      figuresOf(system, log, { alone: alone[index] ?? [], beside: beside[index] ?? [] }),
    );
  } finally {
    await extension.close();
    await sandbox.close();
  }
}

interface Clicks {
  /** How long each took. */
  alone: number[];
  beside: number[];
}

function figuresOf(system: System, log: readonly LoggedRequest[], clicks: Clicks): Figure[] {
  const limit = LIMITS[system];
  const own = log.filter(({ service }) => service === SERVICES[system]);
  const filling = own.filter((request) => !isClick(request));
  if (filling.length === 0) throw new Error(`${SYSTEM_NAMES[system]} was not read`);
  const floor = `of ${limit.calls} calls in ${limit.seconds} s; ${filling.length} pages`;
  const work = `A filling beside four clicks a second, ${SYSTEM_NAMES[system]}`;
  return [
    {
      ...{ work: `${work}: its fullest window`, floor, unit: 'percent' },
      ...{ ours: fullestWindow(filling, limit), limit: { atMost: MOST_SPARE } },
    },
    {
      ...{ work: 'The same: refused by the server', floor: `${own.length} requests` },
      ...{ ours: own.filter(({ status }) => status === 429).length, limit: { atMost: 0 } },
      unit: 'count',
    },
    {
      ...{ work: 'The same: the slowest click', floor: `${clicks.beside.length} clicks` },
      ...{ ours: Math.max(...clicks.beside), limit: { atMost: AT_ONCE_MS }, unit: 'milliseconds' },
      peers: { 'without a filling': Math.max(...clicks.alone) },
    },
  ];
}

let clicked = 0;

/** Somebody else each time, as nobody is asked for twice within a minute. */
async function clickOnAll(
  extension: Extension,
  accounts: readonly Account[],
  lasting: number,
): Promise<number[][]> {
  return Promise.all(
    accounts.map(async ({ id: accountId }) => {
      const until = performance.now() + lasting;
      const clicks: Promise<number>[] = [];
      while (performance.now() < until) {
        clicked += 1;
        clicks.push(clickOn(extension, accountId, `p${clicked}@crowd.example`));
        await pause(CLICK_EACH_MS);
      }
      return Promise.all(clicks);
    }),
  );
}

async function clickOn(extension: Extension, accountId: string, address: string): Promise<number> {
  const from = performance.now();
  const { failure, profiles } = await ask(extension, 'lookUp', {
    accountId,
    address,
    fresh: false,
  });
  if (failure ?? profiles.length === 0) throw new Error(`${address} was not found`);
  return performance.now() - from;
}

/** A filling names nobody. */
const isClick = ({ url, body }: LoggedRequest): boolean =>
  `${url} ${body}`.includes('crowd.example');
