import { expect, type Locator, type Page } from '@playwright/test';
import type { Extension } from './extension.ts';

/** Opened as a user does it: from the card of the account. */
export async function openWorkbench(extension: Extension): Promise<Page> {
  const options = await extension.openOptions();
  const opening = extension.context().waitForEvent('page');
  await options.getByRole('link', { name: 'Open workbench Acme Mail' }).click();
  const page = await opening;
  await options.close();
  await page.bringToFront();
  await expect(page.getByRole('combobox', { name: 'List' })).toBeVisible();
  await page.getByRole('combobox', { name: 'List' }).selectOption('Newsletter');
  await expect(page.getByRole('heading', { name: 'People Acme Mail · Newsletter' })).toBeVisible();
  return page;
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const told = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

export const go = (page: Page, part: string): Promise<void> =>
  page.getByRole('link', { name: part, exact: true }).click();

/** Where the people of an import are. */
export async function from(page: Page, source: string): Promise<Locator> {
  await page.getByRole('radio', { name: source }).check();
  return page.getByRole('dialog', { name: /^Import / });
}
