import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from '../e2e/harness/browser.ts';
import { connectOcteth } from '../e2e/harness/connect.ts';
import { startExtension, type Extension } from '../e2e/harness/extension.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type Figure, median } from './figures.ts';

const ROUNDS = 60;
const WARM_UPS = 3;
const LIMIT = 1.3;
const EMPTY = '<!doctype html><meta charset="utf-8"><title>Empty</title><input autofocus>';

/** From navigation to a focused field that has been painted, against a page that is only that. */
export async function benchPopup(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'addressee-bench-'));
  cpSync(BUILT, folder, { recursive: true });
  writeFileSync(join(folder, 'empty.html'), EMPTY);
  const sandbox = await startSandbox({ dialect: 'public' });
  const extension = await startExtension({ folder });
  try {
    const options = await extension.openOptions();
    await connectOcteth(options, { sandbox });
    await options.close();
    await extension.context().addInitScript(watchTyping);
    return figuresOf(await race(extension));
  } finally {
    await extension.close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
}

interface Race {
  popup: number[];
  empty: number[];
}

/** By turns, so that whatever else the machine does falls on both. */
async function race(extension: Extension): Promise<Race> {
  const taken: Race = { popup: [], empty: [] };
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const name of round % 2 === 0
      ? (['popup', 'empty'] as const)
      : (['empty', 'popup'] as const)) {
      const spent = await timeOf(extension, `${name}.html`);
      if (round >= WARM_UPS) taken[name].push(spent);
    }
  }
  return taken;
}

async function timeOf(extension: Extension, file: string): Promise<number> {
  const page = await extension.openPage(extension.url(file));
  const ready = await page.waitForFunction(() => (globalThis as Watched).typingReady);
  const spent = await ready.jsonValue();
  await page.close();
  return Number(spent);
}

type Watched = typeof globalThis & { typingReady?: number };

function watchTyping(): void {
  addEventListener(
    'focusin',
    () =>
      // The frame after the focus is painted once its callbacks are through.
      requestAnimationFrame(() =>
        setTimeout(() => {
          (globalThis as Watched).typingReady ??= performance.now();
        }),
      ),
    { capture: true, once: true },
  );
}

const figuresOf = ({ popup, empty }: Race): Figure[] => [
  {
    work: 'Popup, from opening to ready to type',
    floor: 'an empty extension page',
    ours: median(popup) / median(empty),
    limit: { atMost: LIMIT },
    unit: 'times',
  },
];
