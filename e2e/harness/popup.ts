import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { debuggingAddress } from './browser.ts';
import type { Chrome } from './native.ts';
import type { Run } from './run.ts';

declare const chrome: Chrome;

/** The popup on the toolbar, opened over the page in front. It closes when it loses the focus. */
export async function openRealPopup(run: Run): Promise<Page> {
  await run.backstage().evaluate(() => chrome.action.openPopup());
  return joinPopup(run);
}

/** The popup that is open already, or is about to be, because the extension opened it. */
export async function joinPopup(run: Run): Promise<Page> {
  await run.backstage().waitForFunction(async () => {
    const open = await chrome.runtime.getContexts({ contextTypes: ['POPUP'] });
    return open.length > 0;
  });
  let popup: Page | null = null;
  // It is seen only by those who join after it has come up.
  await expect(async () => {
    const joined = await chromium.connectOverCDP(debuggingAddress(run.profile));
    popup = await findPopup(joined, run.url('popup.html'));
    expect(popup, 'the popup came up').not.toBeNull();
  }).toPass({ timeout: 10_000 });
  if (popup) return popup;
  throw new Error('The popup did not open');
}

async function findPopup(joined: Browser, address: string): Promise<Page | null> {
  for (const page of joined.contexts().flatMap((context) => context.pages())) {
    if (page.url().startsWith(address) && !(await isTab(page))) return page;
  }
  return null;
}

const isTab = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await chrome.tabs.getCurrent()) !== undefined);
