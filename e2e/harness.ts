/**
 * What every end-to-end test stands on. Import `test` and `expect` from here and from nowhere
 * else: a test fails when anything says an error, or sends anything off this machine.
 */
import { test as base, expect } from '@playwright/test';
import {
  startSandbox,
  type Dialect,
  type Sandbox,
  type SandboxOptions,
} from '../sandbox/sandbox.ts';
import { ask } from './harness/ask.ts';
import { connectOcteth, connectSysteme } from './harness/connect.ts';
import { startExtension, type Extension } from './harness/extension.ts';
import type { Grants } from './harness/profile.ts';
import { serveSite, type Site } from './harness/site.ts';

export interface HarnessOptions {
  /** Which servers' habits the sandbox shows; every test runs in both. */
  dialect: Dialect;
  grants: Grants;
  /** Limits, missing commands, people: what `startSandbox` takes besides the dialect. */
  sandboxOptions: SandboxOptions;
  keepInstallTab: boolean;
}

interface Harness {
  sandbox: Sandbox;
  extension: Extension;
  site: Site;
  /** Octeth as `Acme Mail` and Systeme.io as `Acme School`, through the options page. */
  connectBoth: () => Promise<void>;
}

export const test = base.extend<HarnessOptions & Harness>({
  dialect: ['public', { option: true }],
  grants: ['granted', { option: true }],
  sandboxOptions: [{}, { option: true }],
  keepInstallTab: [false, { option: true }],

  sandbox: async ({ dialect, sandboxOptions }, use) => {
    const sandbox = await startSandbox({ ...sandboxOptions, dialect });
    await use(sandbox);
    await sandbox.close();
  },
  // The site is named so that it outlives the browser: a page whose site is gone says errors.
  extension: async ({ grants, keepInstallTab, site: _site }, use) => {
    const extension = await startExtension({ grants, keepInstallTab });
    await use(extension);
    await extension.close();
    expect(extension.problems.list(), 'errors said, or requests that left').toEqual([]);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see what a fixture takes
  site: async ({}, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  connectBoth: async ({ extension, sandbox }, use) => {
    await use(async () => {
      const page = await extension.openOptions();
      await connectOcteth(page, { sandbox });
      await connectSysteme(page, { sandbox });
      await page.close();
      // Each new key is tried by itself; tests that count requests begin after that.
      const { accounts } = await ask(extension, 'accounts');
      for (const { id: accountId } of accounts) {
        await expect
          .poll(async () => (await ask(extension, 'abilities', { accountId })).at)
          .not.toBeNull();
      }
    });
  },
});

export { expect };
export { accountCard, connectOcteth, connectionRadio, connectSysteme } from './harness/connect.ts';
export { dialogOn, hiddenElements, marksOn } from './harness/closed.ts';
export { accountRegion, addTag, chooseFlags, lookUp, triggerJourney } from './harness/drive.ts';
export { absent, notable } from '../sandbox/sandbox.ts';
export type { Extension } from './harness/extension.ts';
export type { Chrome } from './harness/native.ts';
export type { Page } from '@playwright/test';
