import { expect, type Locator, type Page } from '@playwright/test';

/** The steps of the main job in the popup, by the names that screen readers hear. */

/** Types an address and waits until every account has answered. */
export async function lookUp(popup: Page, address: string): Promise<Locator> {
  const box = popup.getByRole('searchbox', { name: 'Email address' });
  await box.fill(address);
  await box.press('Enter');
  const card = popup.getByRole('article', { name: address });
  await expect(card).toBeVisible();
  return card;
}

export const accountRegion = (popup: Page, account: string): Locator =>
  popup.getByRole('article').getByRole('region', { name: account, exact: true });

export async function addTag(popup: Page, account: string, tag: string): Promise<void> {
  const region = accountRegion(popup, account);
  await region.getByRole('button', { name: 'Add tag' }).click();
  await region.getByRole('combobox', { name: 'Tag' }).fill(tag);
  await region.getByRole('option', { name: tag }).first().click();
}

export async function triggerJourney(popup: Page, account: string, journey: string): Promise<void> {
  const region = accountRegion(popup, account);
  await region.getByRole('button', { name: 'Trigger journey' }).click();
  await region.getByRole('combobox', { name: 'Journey' }).fill(journey);
  await region.getByRole('option', { name: journey }).first().click();
}

/** `On every site`, `On sites I choose` or `Off`, on the options page. */
export async function chooseFlags(options: Page, mode: string): Promise<void> {
  const group = options.getByRole('radiogroup', { name: 'Flag addresses' });
  const radio = group.getByRole('radio', { name: mode });
  // Not `check()`: it shows as chosen only once the background has kept it.
  await radio.click();
  await expect(radio).toBeChecked();
}
