import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../e2e/harness/ask.ts';
import { connectBoth } from '../e2e/harness/connect.ts';
import { startExtension, type Extension } from '../e2e/harness/extension.ts';
import { serveSite } from '../e2e/harness/site.ts';
import { type Dialect, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { MATON_LIMIT, OCTETH_LIMIT } from '../lib/people/account.ts';
import type { LoggedRequest } from '../sandbox/log.ts';
import { fillWorld, groupSizes } from './requests/crowd.ts';
import { benchPaced } from './requests/paced.ts';
import { fullestWindow } from './requests/windows.ts';
import type { Figure } from './figures.ts';

const PEOPLE = 100_000;
/** The sandbox takes its time over the simple rules of the seed dialect. */
const PEOPLE_IN_SEED = 20_000;
const ADDRESSES = 500;
const OCTETH_PAGE = 500;
const SYSTEME_PAGE = 100;
/** Without a directory a page may cost no more than this for a list, or of a window. */
const MOST_WITHOUT = 10;
const MOST_PERCENT = 25;
/** While fillings are counted, limits are no part of it: they would only take longer. */
const FREE = { calls: 10_000, seconds: 1 };
const DRAWN_MS = 1_500;
/** Both systems are in the middle of their pages then. */
const KILLED_AFTER = 20;
const LOOKED_MS = 20;
/** Whoever asks how far it is makes it look what is due. */
const ASKED_MS = 1_000;
const GIVEN_UP_MS = 90_000;

/** How often servers are asked: counted where they count, over the network, by the built extension. */
export async function benchRequests(): Promise<Figure[]> {
  const both = ['octeth', 'gateway'] as const;
  return [
    ...(await ofDialect({ dialect: 'public', people: PEOPLE, services: both })),
    // Of Systeme.io everybody is read in the same way in both.
    ...(await ofDialect({ dialect: 'seed', people: PEOPLE_IN_SEED, services: ['octeth'] })),
    ...(await benchPaced()),
  ];
}

type Service = 'octeth' | 'gateway';

interface Filled {
  dialect: Dialect;
  people: number;
  services: readonly Service[];
}

async function ofDialect(filled: Filled): Promise<Figure[]> {
  const { dialect, people } = filled;
  const sandbox = await startSandbox({ dialect, octethLimit: FREE, matonLimit: FREE });
  fillWorld(sandbox, people);
  const extension = await startExtension();
  try {
    await connectBoth(extension, sandbox);
    await ask(extension, 'setFlags', { mode: 'everywhere', sites: [] });
    const without = await pageOf(extension, sandbox);
    for (const { id: accountId } of (await ask(extension, 'accounts')).accounts) {
      await ask(extension, 'setLimit', { accountId, limit: FREE });
    }
    const fills = await fillings(extension, sandbox, filled);
    const withOne = await pageOf(extension, sandbox);
    const work = `Requests for a page with ${ADDRESSES} addresses`;
    const floor = `nobody asked, ${dialect} dialect`;
    const page = { floor, unit: 'count' } as const;
    return [
      { ...page, work: `${work}, with a directory`, ours: withOne.length, limit: { atMost: 0 } },
      {
        ...page,
        // There is one list.
        work: `${work}, without, listed in the popup too`,
        ours: without.length,
        limit: { atMost: MOST_WITHOUT },
      },
      {
        work: 'The same: of a window, in the account where it is most',
        floor: 'the calls that each allows',
        ours: Math.max(
          fullestWindow(of('octeth', without), OCTETH_LIMIT),
          fullestWindow(of('gateway', without), MATON_LIMIT),
        ),
        limit: { atMost: MOST_PERCENT },
        unit: 'percent',
      },
      ...fills,
    ];
  } finally {
    await extension.close();
    await sandbox.close();
  }
}

const of = (service: Service, requests: readonly LoggedRequest[]): LoggedRequest[] =>
  requests.filter((request) => request.service === service);

/** Requests while a page is flagged and all that it holds is listed in the popup. */
async function pageOf(extension: Extension, sandbox: Sandbox): Promise<LoggedRequest[]> {
  const site = await serveSite();
  try {
    const addresses = Array.from({ length: ADDRESSES }, (_, index) => `p${index}@crowd.example`);
    site.put('people.html', `<!doctype html><title>People</title><p>${addresses.join('<p>')}`);
    const asked = sandbox.log.length;
    const page = await extension.openPage(site.url('people.html'));
    const popup = await extension.openPopup(page);
    await popup.getByRole('button', { name: 'On this page' }).click();
    await popup.getByRole('heading', { name: `On this page ${ADDRESSES} addresses` }).waitFor();
    await pause(DRAWN_MS);
    const requests = sandbox.log.slice(asked);
    await page.close();
    return requests;
  } finally {
    await site.close();
  }
}

/** All at once, and the worker is stopped once in the middle. */
async function fillings(
  extension: Extension,
  sandbox: Sandbox,
  { dialect, people, services }: Filled,
): Promise<Figure[]> {
  const { log } = sandbox;
  const from = log.length;
  const count = (service: Service): number => of(service, log.slice(from)).length;
  const accounts = (await ask(extension, 'accounts')).accounts.filter(({ system }) =>
    services.includes(system === 'octeth' ? 'octeth' : 'gateway'),
  );
  for (const { id: accountId } of accounts) {
    await ask(extension, 'setDirectory', { accountId, plan: { on: true } });
  }
  await until(() => Math.min(...services.map(count)) >= KILLED_AFTER, LOOKED_MS);
  await extension.killWorker();
  await until(async () => {
    const kept = (await ask(extension, 'directories')).filter(({ plan }) => plan.on);
    const places = kept.flatMap((directory) => directory.places);
    return places.every(({ known, filling }) => known?.people === people && filling === null);
  }, ASKED_MS);
  const groups = dialect === 'seed' ? groupSizes(sandbox) : [];
  const pages = {
    octeth: [people, ...groups].reduce((sum, size) => sum + Math.ceil(size / OCTETH_PAGE), 0),
    gateway: Math.ceil(people / SYSTEME_PAGE),
  };
  const said = people.toLocaleString('en-GB');
  const what = `First fill of ${said} people, a worker’s death in the middle`;
  const rows = groups.length > 0 ? ', rows that tell of no bounce' : '';
  return services.map((service) => ({
    work: `${what}: ${service === 'octeth' ? `Octeth${rows}` : 'Systeme.io'}`,
    floor: `${pages[service].toLocaleString('en-GB')} pages, ${dialect} dialect`,
    ours: count(service),
    limit: { atMost: pages[service] + 1 },
    unit: 'count',
  }));
}

async function until(isSo: () => boolean | Promise<boolean>, every: number): Promise<void> {
  const latest = Date.now() + GIVEN_UP_MS;
  while (!(await isSo())) {
    if (Date.now() > latest) throw new Error('It did not come to its end');
    await pause(every);
  }
}
