/** What the tests of the Firefox build stand on. */
import { test as base, expect } from '@playwright/test';
import { startSandbox, type Dialect, type Sandbox } from '../../sandbox/sandbox.ts';
import { serveSite, type Site } from '../harness/site.ts';
import type { Marionette } from './marionette.ts';
import { ADDON, startFirefox } from './start.ts';
import { createTab, type Tab } from './tab.ts';

export interface Firefox {
  /** In a tab of the window in front, or in a window of its own. */
  open(url: string, kind?: 'tab' | 'private window'): Promise<Tab>;
  /** A page of the extension in a tab. */
  openOwn(path: string): Promise<Tab>;
  /** Runs in the browser itself; must not use anything from outside itself. */
  run<Result>(act: (addon: string) => Result): Promise<Awaited<Result>>;
}

export interface Harness {
  sandbox: Sandbox;
  site: Site;
  firefox: Firefox;
}

export const test = base.extend<Harness & { dialect: Dialect }>({
  dialect: ['public', { option: true }],
  sandbox: async ({ dialect }, use) => {
    const sandbox = await startSandbox({ dialect });
    await use(sandbox);
    await sandbox.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see what a fixture takes
  site: async ({}, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  firefox: async ({}, use) => {
    const { marionette, url, close } = await startFirefox();
    const firefox = createFirefox(marionette, url);
    try {
      await use(firefox);
      expect(await firefox.run(errorsOfAddon), 'errors said').toEqual([]);
    } finally {
      await close();
    }
  },
});

export { expect };

function createFirefox(marionette: Marionette, url: (path: string) => string): Firefox {
  const { send } = marionette;
  const open: Firefox['open'] = async (address, kind = 'tab') => {
    const wanted = kind === 'tab' ? { type: 'tab' } : { type: 'window', private: true };
    const { handle } = (await send('WebDriver:NewWindow', { ...wanted, focus: true })) as {
      handle: string;
    }; // by the protocol
    const tab = createTab(marionette, handle);
    await tab.goTo(address);
    return tab;
  };
  return {
    open,
    openOwn: (path) => open(url(path)),
    async run(act) {
      await send('Marionette:SetContext', { value: 'chrome' });
      const script = `return (${String(act)})(...arguments)`;
      const reply = await send('WebDriver:ExecuteScript', { script, args: [ADDON] });
      await send('Marionette:SetContext', { value: 'content' });
      return (reply as { value: never }).value; // as the function says
    },
  };
}

interface ScriptError {
  flags: number;
  sourceName: string;
  errorMessage: string;
}
declare const Ci: { nsIScriptError: { new (): ScriptError; warningFlag: number } };
declare const Services: { console: { getMessageArray(): object[] } };

/** Runs in the browser: what it has written down of our scripts and pages, without mere warnings. */
function errorsOfAddon(): string[] {
  const isError = ({ flags }: ScriptError): boolean =>
    (flags & Ci.nsIScriptError.warningFlag) === 0;
  return Services.console
    .getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter((error) => isError(error) && error.sourceName.startsWith('moz-extension:'))
    .map(({ errorMessage }) => errorMessage);
}
