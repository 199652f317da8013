import { expect, type Locator, type Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { ask } from './ask.ts';
import type { Extension } from './extension.ts';

export interface Connecting {
  sandbox: Sandbox;
  /** What the account is called; `Acme Mail` and `Acme School` unless given. */
  name?: string;
}

/** Connects Octeth on the options page, as a person would. */
export async function connectOcteth(page: Page, { sandbox, name }: Connecting): Promise<void> {
  await page.getByRole('button', { name: 'Add Octeth account' }).click();
  await page.getByRole('textbox', { name: 'Server address' }).fill(sandbox.octeth.url);
  await page.getByRole('textbox', { name: 'API key', exact: true }).fill(sandbox.octeth.key);
  await nameAndSave(page, name ?? 'Acme Mail');
  await expect(keyLine(accountCard(page, name ?? 'Acme Mail'))).toBeVisible();
}

/** Connects Systeme.io on the options page, choosing the right one of its two connections. */
export async function connectSysteme(page: Page, { sandbox, name }: Connecting): Promise<void> {
  const { maton } = sandbox;
  await page.getByRole('button', { name: 'Add Systeme.io account' }).click();
  await page.getByRole('textbox', { name: 'Maton API key' }).fill(maton.key);
  const gateway = page.getByRole('textbox', { name: 'Gateway address' });
  if (!(await gateway.isVisible())) await page.getByText('Advanced', { exact: true }).click();
  await gateway.fill(maton.gateway);
  await page.getByRole('textbox', { name: 'Control address' }).fill(maton.control);
  await nameAndSave(page, name ?? 'Acme School');
  await connectionRadio(page, sandbox).check();
  await page.getByRole('button', { name: 'Test and save' }).click();
  await expect(keyLine(accountCard(page, name ?? 'Acme School'))).toBeVisible();
}

/** Octeth as `Acme Mail` and Systeme.io as `Acme School`, on the options page. */
export async function connectBoth(extension: Extension, sandbox: Sandbox): Promise<void> {
  const page = await extension.openOptions();
  await connectOcteth(page, { sandbox });
  await connectSysteme(page, { sandbox });
  await page.close();
  await keepDirectories(extension, false);
  // Each new key is tried by itself; tests that count requests begin after that.
  const { accounts } = await ask(extension, 'accounts');
  for (const { id: accountId } of accounts) {
    await expect
      .poll(async () => (await ask(extension, 'abilities', { accountId })).at)
      .not.toBeNull();
  }
}

/** Whether all accounts are read for their directories, as chosen on the options page. */
export async function keepDirectories(extension: Extension, on: boolean): Promise<void> {
  const { accounts } = await ask(extension, 'accounts');
  for (const { id: accountId } of accounts) {
    await ask(extension, 'setDirectory', { accountId, plan: { on } });
  }
}

/** The card of a connected account on the options page. */
export const accountCard = (page: Page, name: string) => page.getByRole('article', { name });

/**
 * Says what the key of an account may do; not there before that is known. It is the last to come:
 * from then on a card grows no more, and what stands below it stays where it is.
 */
export const keyLine = (card: Locator): Locator =>
  card.getByRole('status').filter({ hasText: /^Key may\s*\S/ });

/** Maton gives its connections no name: they are told apart by id or by the day they were made. */
export function connectionRadio(page: Page, sandbox: Sandbox) {
  const [beginning] = sandbox.maton.connection.split('-');
  return page
    .getByRole('radiogroup', { name: 'Connection' })
    .getByRole('radio', { name: new RegExp(`${beginning}|19 Feb 2026`) });
}

async function nameAndSave(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Test and save' }).click();
}
