import type { Page, Worker } from '@playwright/test';
import type { Chrome } from './native.ts';
import type { Run } from './run.ts';

declare const chrome: Chrome;

/** What the browser tells of a click in the right-click menu. */
export interface MenuClick {
  menuItemId: string | number;
  parentMenuItemId?: string | number;
  selectionText?: string;
  linkUrl?: string;
  linkText?: string;
  editable?: boolean;
  frameId?: number;
}

/** Playwright keeps one handle for all lives of a worker; used while it sleeps, it hangs. */
export async function wakeWorker(run: Run): Promise<Worker> {
  // Nobody answers this message, and nobody must: that it was delivered is enough.
  await run
    .backstage()
    .evaluate(() => chrome.runtime.sendMessage({ wake: true }).catch(() => null));
  const [worker] = run.context().serviceWorkers();
  return worker ?? run.context().waitForEvent('serviceworker', { timeout: 10_000 });
}

export async function killWorker(run: Run): Promise<void> {
  await wakeWorker(run);
  const session = await run.context().newCDPSession(run.backstage());
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await run.backstage().waitForFunction(async () => {
    const alive = await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] });
    return alive.length === 0;
  });
}

export async function clickMenu(run: Run, click: MenuClick, page: Page): Promise<void> {
  const tab = await tabOf(run, page);
  const worker = await wakeWorker(run);
  await worker.evaluate(([info, where]) => chrome.contextMenus.onClicked.dispatch(info, where), [
    { editable: false, frameId: 0, pageUrl: page.url(), ...click },
    tab,
  ] as const);
}

export async function pressCommand(run: Run, name: string, page: Page): Promise<void> {
  const tab = await tabOf(run, page);
  const worker = await wakeWorker(run);
  await worker.evaluate(([command, where]) => chrome.commands.onCommand.dispatch(command, where), [
    name,
    tab,
  ] as const);
}

/** The tab as the browser would name it to a listener. */
async function tabOf(run: Run, page: Page): Promise<unknown> {
  await page.bringToFront();
  return run.backstage().evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return tab;
  });
}
