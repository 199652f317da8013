import {
  accountCard,
  accountRegion,
  addTag,
  connectOcteth,
  expect,
  lookUp,
  notable,
  test,
  type Page,
} from './harness.ts';
import { expectNoViolation } from './harness/axe.ts';

const WITHOUT_JOURNEYS =
  'Subscribers.Get,Subscriber.Update,Subscribers.Import,List.Update,Lists.Get,CustomFields.Get';
const keyLine = (page: Page) =>
  accountCard(page, 'Acme Mail')
    .getByText(/look up/)
    .first();

test.describe('a key without Campaign.Create', () => {
  test.use({ sandboxOptions: { octethPermissions: WITHOUT_JOURNEYS } });

  test('the options say so by the right’s own name, and say when that has changed', async ({
    extension,
    sandbox,
  }) => {
    const page = await extension.openOptions();
    await connectOcteth(page, { sandbox });
    await expect(keyLine(page)).toContainText('not: trigger journeys (Campaign.Create)');
    await expect(keyLine(page)).not.toContainText('Lists.Get');
    await accountCard(page, 'Acme Mail').getByText('Each right by its name').click();
    await expectNoViolation(page, 'each right by its name');

    sandbox.world.permissions = '*';
    await page.getByRole('button', { name: 'Check the key again' }).click();
    await expect(keyLine(page)).not.toContainText('Campaign.Create');
    await expect(keyLine(page)).toContainText('trigger journeys');
  });

  test('the popup switches off what cannot work and says why; the rest works', async ({
    extension,
    sandbox,
  }) => {
    const options = await extension.openOptions();
    await connectOcteth(options, { sandbox });
    await expect(keyLine(options)).toContainText('Campaign.Create');
    const popup = await extension.popupTab();
    await lookUp(popup, notable.linus.email);
    const region = accountRegion(popup, 'Acme Mail');
    const trigger = region.getByRole('button', { name: 'Trigger journey' });
    await expect(trigger).toHaveAttribute('aria-disabled', 'true');
    await expect(trigger).toHaveAccessibleDescription('This key may not do that (Campaign.Create)');
    await trigger.click({ force: true });
    await expect(region.getByRole('combobox', { name: 'Journey' })).toHaveCount(0);
    await expectNoViolation(popup, 'a button that is off');
    await addTag(popup, 'Acme Mail', 'Webinar');
    await expect(popup.getByRole('status')).toContainText('Tagged Webinar');
  });
});

test('a refusal teaches what the key may not do, and a restart does not forget it', async ({
  extension,
  sandbox,
}) => {
  const options = await extension.openOptions();
  await connectOcteth(options, { sandbox });
  await expect(keyLine(options)).toBeVisible();
  await options.close();
  sandbox.world.permissions = 'Subscribers.Get,List.Update,Lists.Get,CustomFields.Get';
  const popup = await extension.popupTab();
  await lookUp(popup, notable.ada.email);
  const add = accountRegion(popup, 'Acme Mail').getByRole('button', { name: 'Add tag' });
  await expect(add).not.toHaveAttribute('aria-disabled');
  await addTag(popup, 'Acme Mail', 'Webinar');
  await expect(popup.getByRole('status')).toContainText('Subscriber.Update');
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await popup.close();

  await extension.killWorker();
  const again = await extension.popupTab();
  await lookUp(again, notable.ada.email);
  await expect(accountRegion(again, 'Acme Mail')).toContainText(
    'This key may not do that (Subscriber.Update)',
  );
});

test('law 5: nothing of what the server tells about its user is kept', async ({
  extension,
  sandbox,
}) => {
  const options = await extension.openOptions();
  await connectOcteth(options, { sandbox });
  await expect(keyLine(options)).toBeVisible();
  const kept = JSON.stringify(await extension.storageDump());
  expect(kept).toContain('abilities:');
  expect(kept).not.toMatch(/SECRET|otpauth|Robin|Lisbon|Standard Plan/);
});
