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
import { connectBoth, keepDirectories } from './harness/connect.ts';
import { startExtension, type Extension } from './harness/extension.ts';
import { openHousehold, type Household } from './harness/household.ts';
import type { Grants } from './harness/profile.ts';
import { serveSite, type Site } from './harness/site.ts';

export interface HarnessOptions {
  grants: Grants;
  /** Limits, missing commands, people: what `startSandbox` takes besides the dialect. */
  sandboxOptions: SandboxOptions;
  keepInstallTab: boolean;
  /** `both`: Octeth as `Acme Mail` and Systeme.io as `Acme School` are connected already. */
  accounts: 'none' | 'both';
  /** Whether accounts are read for their directories once flags are on; it costs requests. */
  directory: 'off' | 'on';
}

export interface WorkerOptions {
  /** Which servers' habits the sandbox shows; every test runs in both. */
  dialect: Dialect;
}

interface Harness {
  sandbox: Sandbox;
  extension: Extension;
  site: Site;
}

const isPlain = (options: SandboxOptions): boolean => Object.keys(options).length === 0;

export const test = base.extend<HarnessOptions & Harness, WorkerOptions & { household: Household }>(
  {
    dialect: ['public', { option: true, scope: 'worker' }],
    grants: ['granted', { option: true }],
    sandboxOptions: [{}, { option: true }],
    keepInstallTab: [false, { option: true }],
    accounts: ['none', { option: true }],
    directory: ['off', { option: true }],

    household: [
      async ({ dialect }, use) => {
        const household = await openHousehold(dialect);
        await use(household);
        await household.close();
      },
      { scope: 'worker' },
    ],
    sandbox: async ({ dialect, sandboxOptions, household }, use) => {
      if (isPlain(sandboxOptions)) {
        household.sandbox.reset();
        return use(household.sandbox);
      }
      const sandbox = await startSandbox({ ...sandboxOptions, dialect });
      await use(sandbox);
      await sandbox.close();
    },
    // The site is named so that it outlives the browser: a page whose site is gone says errors.
    extension: async (
      {
        grants,
        keepInstallTab,
        accounts,
        directory,
        sandbox,
        sandboxOptions,
        household,
        site: _site,
      },
      use,
    ) => {
      const isConnected = accounts === 'both' && isPlain(sandboxOptions);
      const from = isConnected ? await household.profile() : undefined;
      // What connecting asked is no part of the test.
      if (from) sandbox.reset();
      const extension = await startExtension({ grants, keepInstallTab, ...(from && { from }) });
      if (accounts === 'both' && !from) await connectBoth(extension, sandbox);
      if (directory === 'on') await keepDirectories(extension, true);
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
  },
);

/** The same, with both accounts connected before the test begins. */
export const connected = test.extend({ accounts: 'both' });

export { expect };
export {
  accountCard,
  connectOcteth,
  connectionRadio,
  connectSysteme,
  keyLine,
} from './harness/connect.ts';
export { dialogOn, hiddenElements, marksOn } from './harness/closed.ts';
export { accountRegion, addTag, chooseFlags, lookUp, triggerJourney } from './harness/drive.ts';
export { absent, notable } from '../sandbox/sandbox.ts';
export type { Extension } from './harness/extension.ts';
export type { Chrome } from './harness/native.ts';
export type { Page } from '@playwright/test';
