import { absent, accountRegion, expect, lookUp, notable, test } from './harness.ts';

test.use({ accounts: 'both' });

const SCHOOL = 'Acme School';

test.use({ sandboxOptions: { people: 1_500 } });

test('law 3: where contacts are walked, nobody is “not found” before the end', async ({
  extension,
  dialect,
  sandbox,
}) => {
  sandbox.break({ service: 'gateway', do: { delay: 300 } });
  const popup = await extension.popupTab();
  await lookUp(popup, absent.nobody);
  const region = accountRegion(popup, SCHOOL);
  if (dialect === 'seed') {
    await expect(region).toContainText(/Searched the newest [\d,]+, going on/);
    await expect(region).not.toContainText('Not in Acme School');
    await region.getByRole('button', { name: 'Stop' }).click();
    await expect(region).toContainText(/Searched the newest [\d,]+, stopped/);
    await region.getByRole('button', { name: 'Go on' }).click();
  }
  await expect(region).toContainText('Not in Acme School (contacts searched: all)', {
    timeout: 40_000,
  });
});

test('whoever stands last in the walk is found all the same', async ({ extension }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, notable.oldest.email);
  await expect(accountRegion(popup, SCHOOL)).toContainText('Active', { timeout: 40_000 });
});
