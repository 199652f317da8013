import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { launch } from './browser.ts';
import { watchForProblems, type Problems } from './problems.ts';
import { extensionIdOf, keepInstalled, seedProfile, type Grants } from './profile.ts';

/** One browser after another on the same profile. */
export interface Run {
  readonly id: string;
  readonly profile: string;
  readonly problems: Problems;
  context(): BrowserContext;
  /** A page of the extension that runs nothing: for calling the browser on its behalf. */
  backstage(): Page;
  url(path: string): string;
  restart(): Promise<void>;
  close(): Promise<void>;
  /** Closes the browser and leaves its profile, for another run to go on from. */
  keep(): Promise<void>;
}

/** Installed for the first time, the extension opens its options; null if it does not. */
export async function installTab(context: BrowserContext, address: string): Promise<Page | null> {
  const isThere = (page: Page): boolean => page.url().startsWith(address);
  const arrived = new Promise<Page>((found) => {
    const watch = (page: Page): void => {
      if (isThere(page)) found(page);
      page.on('framenavigated', () => isThere(page) && found(page));
    };
    context.pages().forEach(watch);
    context.on('page', watch);
  });
  return Promise.race([arrived, setTimeout(INSTALL_TAB_MS, null, { ref: false })]);
}

const INSTALL_TAB_MS = 5000;

export interface RunOptions {
  folder: string;
  grants: Grants;
  headless: boolean;
  /** A kept profile to go on from, which is copied; otherwise a fresh one. */
  from?: string | undefined;
}

/** A folder of its own for a browser's profile. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'addressee-profile-'));

export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

export async function startRun({ folder, grants, headless, from }: RunOptions): Promise<Run> {
  const profile = newProfile();
  const id = extensionIdOf(folder);
  const url = (path: string): string => `chrome-extension://${id}/${path}`;
  const problems = watchForProblems();

  const begin = async (load: string | null): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await launch({ profile, load, headless });
    problems.watch(context);
    // Opened by itself, it takes over whatever empty tab is in front: wait until it has.
    if (load) await installTab(context, url('options.html'));
    // Any file of the extension's will do: its page may call the browser, and runs nothing.
    const page = await context.newPage();
    await page.goto(url('manifest.json'));
    return { context, page };
  };
  const end = async (): Promise<void> => {
    await problems.collect(current.context, id);
    await current.context.close();
  };

  if (from) cpSync(from, profile, { recursive: true });
  else seedProfile(profile, folder, grants);
  let current = await begin(from ? null : folder);
  return {
    id,
    profile,
    problems,
    url,
    context: () => current.context,
    backstage: () => current.page,
    async restart() {
      await end();
      keepInstalled(profile, folder);
      current = await begin(null);
    },
    async close() {
      await end();
      removeProfile(profile);
    },
    async keep() {
      await end();
      keepInstalled(profile, folder);
    },
  };
}
