import type { Page } from '@playwright/test';
import type { Extension } from './extension.ts';
import { accountRegion, lookUp } from './drive.ts';

export const NEWSLETTER = 12;
export const CUSTOMERS = 27;
export const ARCHIVE = 31;
export const MAIL = 'Acme Mail';
export const SCHOOL = 'Acme School';
/** A look-up comes before what is waited for, and a walk may come before that. */
export const LONG = { timeout: 30_000 };

/** What can be done to somebody in an account. */
export async function openActions(extension: Extension, address: string, account: string) {
  const popup = await extension.popupTab();
  await lookUp(popup, address);
  const region = accountRegion(popup, account);
  await region.getByRole('button', { name: 'Actions' }).click(LONG);
  return { popup, region };
}

export const outcome = (popup: Page) => popup.getByRole('status').first();
