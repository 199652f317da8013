import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from '../../scripts/setup/find-browser.mjs';

/** The built extension. */
export const BUILT = resolve(process.env.ADDRESSEE_OUTPUT ?? '.output', 'chrome-mv3');

export interface Launch {
  profile: string;
  /** Folder of the extension to load; null where the profile starts it by itself. */
  load: string | null;
  headless: boolean;
}

/** Names in *.test are this machine, and no other name is known: nothing can leave. */
const RESOLVER = 'MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** A browser with a profile of its own. */
export async function launch({ profile, load, headless }: Launch): Promise<BrowserContext> {
  if (load && !existsSync(join(load, 'manifest.json'))) {
    throw new Error(`No built extension in ${load}: run npm run build first`);
  }
  return chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless,
    ...(!headless && { viewport: null }),
    ...(load === null && { ignoreDefaultArgs: ['--disable-extensions'] }),
    args: [
      '--test-type',
      '--remote-debugging-port=0',
      '--disable-quic',
      '--lang=en-GB',
      `--host-resolver-rules=${RESOLVER}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(load ? [`--disable-extensions-except=${load}`, `--load-extension=${load}`] : []),
    ],
  });
}

export function browserPath(): string {
  const found = findBrowser();
  const own = chromium.executablePath();
  const path = found.path ?? (existsSync(own) ? own : null);
  if (!path) throw new Error([...found.said, 'No browser found: run npm test once.'].join(' '));
  return path;
}

/** A second way into a running browser: the only one that sees the toolbar's popup. */
export function debuggingAddress(profile: string): string {
  const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  return `http://127.0.0.1:${port}`;
}
