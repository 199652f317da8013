import type { BrowserContext, Page, Worker } from '@playwright/test';
import { BUILT } from './browser.ts';
import { dumpStorage, type Dump } from './dump.ts';
import { joinPopup, openRealPopup } from './popup.ts';
import type { Problems } from './problems.ts';
import type { Grants } from './profile.ts';
import { installTab, startRun } from './run.ts';
import { clickMenu, killWorker, pressCommand, wakeWorker, type MenuClick } from './worker.ts';

export interface ExtensionOptions {
  grants?: Grants;
  headless?: boolean;
  /** Another folder than the built one. */
  folder?: string;
  /** Leave the tab open that the extension opens when installed. */
  keepInstallTab?: boolean;
  /** A kept profile in which it is installed already. */
  from?: string;
}

/** The built extension in a browser with a fresh profile of its own. */
export interface Extension {
  readonly id: string;
  readonly problems: Problems;
  /** Changes with `restart`. */
  context(): BrowserContext;
  /** A page of the extension that runs nothing: for calling the browser on its behalf. */
  backstage(): Page;
  url(path: string): string;
  /** The background, woken if it sleeps. */
  worker(): Promise<Worker>;
  /** The real popup on the toolbar; `over` is the page it opens over. It closes with focus. */
  openPopup(over?: Page): Promise<Page>;
  /** The popup that the extension itself opens, from the menu or a card. */
  openedPopup(): Promise<Page>;
  /** The popup's page in a tab. */
  popupTab(): Promise<Page>;
  openOptions(): Promise<Page>;
  openPage(address: string): Promise<Page>;
  killWorker(): Promise<void>;
  /** Ends the browser and starts it again: all pages are gone, the profile is kept. */
  restart(): Promise<void>;
  menuClick(click: MenuClick, page: Page): Promise<void>;
  pressCommand(name: string, page: Page): Promise<void>;
  storageDump(): Promise<Dump>;
  close(): Promise<void>;
  /** Closes the browser and leaves its profile in this folder. */
  keep(): Promise<string>;
}

export async function startExtension(options: ExtensionOptions = {}): Promise<Extension> {
  const { grants = 'granted', headless = true, folder = BUILT, from } = options;
  const run = await startRun({ folder, grants, headless, from });
  if (!options.keepInstallTab && !from) {
    await (await installTab(run.context(), run.url('options.html')))?.close();
  }

  const openPage = async (address: string): Promise<Page> => {
    const page = await run.context().newPage();
    await page.goto(address);
    return page;
  };
  return {
    id: run.id,
    problems: run.problems,
    context: run.context,
    backstage: run.backstage,
    url: run.url,
    worker: () => wakeWorker(run),
    async openPopup(over) {
      await over?.bringToFront();
      return openRealPopup(run);
    },
    openedPopup: () => joinPopup(run),
    async popupTab() {
      const page = await openPage(run.url('popup.html'));
      // Before that only the field is there: it keeps what is typed, but hears no Enter.
      await page.getByRole('main').waitFor();
      return page;
    },
    openOptions: () => openPage(run.url('options.html')),
    openPage,
    async killWorker() {
      // What the worker was asking for when it was stopped is told to nobody.
      run.problems.allow(/^extension: Uncaught \(in promise\) Error: No SW$/);
      await killWorker(run);
    },
    restart: run.restart,
    menuClick: (click, page) => clickMenu(run, click, page),
    pressCommand: (name, page) => pressCommand(run, name, page),
    storageDump: () => dumpStorage(run.backstage()),
    close: run.close,
    async keep() {
      await run.keep();
      return run.profile;
    },
  };
}
