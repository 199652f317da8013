import { accountRegion, addTag, expect, lookUp, notable, test, triggerJourney } from './harness.ts';

test.use({ accounts: 'both' });

const NEWSLETTER = 12;
const { ada, linus } = notable;

test('she connects both, looks Ada up and sees her in each account', async ({ extension }) => {
  const popup = await extension.popupTab();
  const card = await lookUp(popup, ada.email);
  await expect(card).toContainText('Ada Lovelace');
  await expect(accountRegion(popup, 'Acme Mail')).toContainText('Subscribed');
  await expect(accountRegion(popup, 'Acme School')).toContainText('Buyer');
});

test('a tag and a journey reach the server, for her alone', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  await addTag(popup, 'Acme Mail', 'Webinar');
  await expect(popup.getByRole('status')).toContainText('Tagged Webinar');
  expect(sandbox.world.tagsOf(NEWSLETTER, ada.email)).toContain('Webinar');

  await lookUp(popup, linus.email);
  await triggerJourney(popup, 'Acme Mail', 'Welcome series');
  await expect(popup.getByRole('status')).toContainText('Started Welcome series');
  expect(sandbox.world.journeysOf(NEWSLETTER, linus.email)).toHaveLength(1);
});
