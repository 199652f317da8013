import type { Page } from '@playwright/test';

export const server = (page: Page) => page.getByRole('textbox', { name: 'Server address' });
export const save = (page: Page) => page.getByRole('button', { name: 'Test and save' }).click();
export const alert = (page: Page) => page.getByRole('alert');

export async function fillOcteth(page: Page, address: string, key: string) {
  const add = page.getByRole('button', { name: 'Add Octeth account' });
  if (!(await server(page).isVisible())) await add.click();
  await server(page).fill(address);
  await page.getByRole('textbox', { name: 'API key' }).fill(key);
}

export async function fillSysteme(
  page: Page,
  maton: { gateway: string; control: string; key: string },
) {
  const gateway = page.getByRole('textbox', { name: 'Gateway address' });
  await page.getByRole('button', { name: 'Add Systeme.io account' }).click();
  await page.getByRole('textbox', { name: 'Maton API key' }).fill(maton.key);
  if (!(await gateway.isVisible())) await page.getByText('Advanced', { exact: true }).click();
  await gateway.fill(maton.gateway);
  await page.getByRole('textbox', { name: 'Control address' }).fill(maton.control);
}
