import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../e2e/harness/ask.ts';
import { BUILT } from '../e2e/harness/browser.ts';
import { connectOcteth } from '../e2e/harness/connect.ts';
import { startExtension, type Extension } from '../e2e/harness/extension.ts';
import type { Chrome } from '../e2e/harness/native.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type * as Peers from './directory-peers.ts';
import { type Figure, median } from './figures.ts';
import { bundle } from './lab/bundle.ts';

declare const chrome: Chrome;

const SIZES = [100_000, 1_000_000] as const;
const WAKE_LIMITS = [1.5, 2.5];
const BYTES_LIMIT = 5;
const STRANGERS = 1_000_000;
const TAKEN_LIMIT = 1e-4;
const ASKED = 500;
const WARM_UPS = 1;
const ROUNDS = 21;
/** Of peers that take a second each time. */
const SLOW_ROUNDS = 5;
/** A million rows take minutes to write: peers that keep rows are raced at the smaller size. */
const ROWS_UP_TO = 100_000;

type Runner = 'a bare wake' | 'the directory' | Peers.Peer;

/** Memory, truth and speed of the directory's registers, in Chromium, each beside its peers. */
export async function benchDirectory(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'addressee-bench-'));
  cpSync(BUILT, folder, { recursive: true });
  const peers = await bundle('bench/directory-peers.ts', 'peers');
  // Peers answer from the same worker, so that its waking is the same for all.
  appendFileSync(join(folder, 'background.js'), `\n${peers}\n(${listenForPeers.toString()})();\n`);
  const sandbox = await startSandbox({ dialect: 'public' });
  const extension = await startExtension({ folder });
  try {
    const options = await extension.openOptions();
    await connectOcteth(options, { sandbox });
    await options.close();
    const page = await extension.openPage(extension.url('manifest.json'));
    await page.evaluate(`${peers}\nglobalThis.peers = peers;`);
    return [...(await memory(page)), ...(await wakes(extension, page))];
  } finally {
    await extension.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the worker; the built one knows nothing of it. */
function listenForPeers(): void {
  const { runtime } = chrome as unknown as WorkerChrome;
  runtime.onMessage.addListener((message, _sender, reply) => {
    if (message.peer === undefined) return false;
    void peers.answer(message.peer, message.people, message.addresses).then(reply);
    return true;
  });
}

declare const peers: typeof Peers;

interface WorkerChrome {
  runtime: {
    onMessage: {
      addListener(
        listener: (message: PeerAsk, sender: unknown, reply: (known: number) => void) => boolean,
      ): void;
    };
  };
}

interface PeerAsk {
  peer?: Peers.Peer;
  people: number;
  addresses: string[];
}

async function memory(page: Page): Promise<Figure[]> {
  const bytes = async (structure: Peers.Structure, people: number): Promise<number> => {
    const before = await heap(page);
    await page.evaluate(
      ([kind, count]) => void Object.assign(globalThis, { held: peers.hold(kind, count) }),
      [structure, people] as const,
    );
    const after = await heap(page);
    await page.evaluate(() => void Object.assign(globalThis, { held: null }));
    return (after - before) / people;
  };
  const figures: Figure[] = [];
  for (const size of SIZES) {
    figures.push({
      work: `The directory in memory, standing included, a person of ${said(size)}`,
      floor: 'nothing',
      ours: await bytes('register', size),
      limit: { atMost: BYTES_LIMIT },
      unit: 'bytes',
      peers: {
        'Map of objects': await bytes('Map of objects', size),
        'sorted 64-bit array': await bytes('sorted 64-bit array', size),
      },
    });
  }
  for (const size of SIZES) {
    const asked = [size, STRANGERS] as const;
    const { taken, missed } = await page.evaluate(([a, b]) => peers.count(a, b), asked);
    const among = { floor: `${said(size)} known, ${said(STRANGERS)} not`, unit: 'count' } as const;
    const limit = { atMost: STRANGERS * TAKEN_LIMIT };
    figures.push(
      { ...among, work: 'Strangers taken for known, counted', ours: taken, limit },
      { ...among, work: 'Known and not found, counted', ours: missed, limit: { atMost: 0 } },
    );
  }
  return figures;
}

/** What is alive, buffers included. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize: number;
  };
  await session.detach();
  return usedSize + backingStorageSize;
}

async function wakes(extension: Extension, page: Page): Promise<Figure[]> {
  const [account] = (await ask(extension, 'accounts')).accounts;
  if (account?.system !== 'octeth') throw new Error('No account to fill a register of');
  const searched = account.lists.filter((list) => list.searched);
  const keys = searched.map(({ id }) => ({ accountId: account.id, placeId: id }));
  const figures: Figure[] = [];
  for (const [index, size] of SIZES.entries()) {
    const withRows = size <= ROWS_UP_TO;
    await page.evaluate(
      async ([places, count, alsoRows]) => {
        await peers.fill(places, count);
        await peers.fillPeers(count, alsoRows);
      },
      [keys, size, withRows] as const,
    );
    const others: Peers.Peer[] = ['sorted 64-bit array'];
    if (withRows) others.push('single gets', 'getAll');
    const runners: Runner[] = ['a bare wake', 'the directory', ...others];
    const taken = await race(extension, { runners, people: size });
    const bare = median(taken['a bare wake'] ?? []);
    const ratio = (runner: Runner): number => median(taken[runner] ?? []) / bare;
    figures.push({
      work: `A stopped worker and ${ASKED} addresses, at ${said(size)} people`,
      floor: 'a bare wake',
      ours: ratio('the directory'),
      limit: { atMost: WAKE_LIMITS[index] ?? 0 },
      unit: 'times',
      peers: Object.fromEntries(others.map((peer) => [peer, ratio(peer)])),
    });
  }
  return figures;
}

/** By turns, so that whatever else the machine does falls on all. */
async function race(
  extension: Extension,
  { runners, people }: { runners: readonly Runner[]; people: number },
): Promise<Partial<Record<Runner, number[]>>> {
  const taken: Partial<Record<Runner, number[]>> = {};
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const runner of runners) {
      if (runner === 'getAll' && round >= WARM_UPS + SLOW_ROUNDS) continue;
      await extension.killWorker();
      const spent = await timeOf(extension, { runner, people });
      if (round >= WARM_UPS) (taken[runner] ??= []).push(spent);
    }
  }
  return taken;
}

async function timeOf(
  extension: Extension,
  asked: { runner: Runner; people: number },
): Promise<number> {
  const addresses = askedOf(asked.people);
  const { spent, known } = await extension.backstage().evaluate(
    async ([{ runner, people }, addresses]) => {
      const toUs = (call: string) => ({ addressee: 'ask', call, request: { addresses } });
      const message = {
        'a bare wake': { addressee: 'ask', call: 'nothing', request: null },
        'the directory': toUs('recognise'),
      }[runner as string] ?? { peer: runner, people, addresses };
      const start = performance.now();
      const reply = await chrome.runtime.sendMessage(message);
      const spent = performance.now() - start;
      const kinds = (reply as { value?: string[] } | null)?.value;
      const known = kinds?.filter((kind) => kind !== 'absent').length ?? Number(reply);
      return { spent, known };
    },
    [asked, addresses] as const,
  );
  if (asked.runner !== 'a bare wake' && known !== ASKED / 2) {
    throw new Error(`${asked.runner} knows ${known} of ${ASKED / 2}`);
  }
  return spent;
}

/** Half of them known, spread over all. */
const askedOf = (people: number): string[] =>
  Array.from({ length: ASKED }, (_, index) => {
    const person = index % 2 === 0 ? Math.floor((people / ASKED) * index) : people + index;
    return `person${person}@mail${person % 97}.example.org`;
  });

const said = (count: number): string => count.toLocaleString('en-GB');
