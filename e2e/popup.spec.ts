import { accountRegion, addTag, expect, lookUp, notable, test, type Page } from './harness.ts';

const NEWSLETTER = 12;
const MAIL = 'Acme Mail';
const SCHOOL = 'Acme School';
const { ada, linus, unsubscribed, systemeOnly, traveller } = notable;

const outcome = (popup: Page) => popup.getByRole('status');

test.use({ accounts: 'both' });

test('a tag is added and taken back by Undo', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, linus.email);
  await addTag(popup, MAIL, 'Webinar');
  await expect(outcome(popup)).toContainText('Tagged Webinar');
  await expect(outcome(popup)).toContainText('Acme Mail · Newsletter');
  const chip = accountRegion(popup, MAIL).getByRole('list', { name: 'Tags' });
  await expect(chip).toContainText('Webinar');

  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(outcome(popup)).toContainText('Removed tag Webinar');
  await expect(accountRegion(popup, MAIL)).not.toContainText('Webinar');
  expect(sandbox.world.tagsOf(NEWSLETTER, linus.email)).toEqual([]);
});

test('law 4: a worker killed while it tags is never told as not done, and ends as tagged', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, linus.email);
  await popup.evaluate(() => {
    const status = document.querySelector('[role=status]');
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(status?.textContent ?? '')).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true },
    });
  });
  sandbox.break({ command: 'subscriber.tag', do: { delay: 20_000 }, times: 1 });
  await addTag(popup, MAIL, 'VIP');
  await expect.poll(() => sandbox.world.tagsOf(NEWSLETTER, linus.email)).toContain('VIP');
  await extension.killWorker();

  await expect(outcome(popup)).toContainText('Tagged VIP', { timeout: 30_000 });
  const said = await popup.evaluate(() => (window as unknown as { said: string[] }).said); // set above
  expect(said.join('\n')).toContain('Not certain yet');
  expect(said.join('\n')).not.toContain('Not done');
  const sent = sandbox.log.filter(({ command }) => command === 'subscriber.tag');
  expect(sent).toHaveLength(1);
});

test('law 2: on several lists a tag is removed from the one that is named, and the focus stays', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const vip = popup.getByRole('button', { name: 'Remove tag VIP from Newsletter' });
  await vip.focus();
  await popup.keyboard.press('Enter');
  await expect(outcome(popup)).toContainText('Removed tag VIP');
  await expect(vip).toHaveCount(0);
  await expect(
    popup.getByRole('button', { name: 'Remove tag Trial from Newsletter' }),
  ).toBeFocused();
  expect(sandbox.world.tagsOf(NEWSLETTER, ada.email)).toEqual(['Trial']);
});

test('a new tag is created only after a yes', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, linus.email);
  const region = accountRegion(popup, MAIL);
  await region.getByRole('button', { name: 'Add tag' }).click();
  await region.getByRole('combobox', { name: 'Tag' }).fill('Speaker 2027');
  await region.getByRole('option', { name: 'Create tag “Speaker 2027”' }).click();

  const question = region.getByRole('alertdialog');
  await expect(question).toContainText('no tag “Speaker 2027” yet');
  expect(sandbox.world.tags.map((tag) => tag.name)).not.toContain('Speaker 2027');
  await question.getByRole('button', { name: 'Create tag' }).click();
  await expect(outcome(popup)).toContainText('Tagged Speaker 2027');
  expect(sandbox.world.tagsOf(NEWSLETTER, linus.email)).toEqual(['Speaker 2027']);
});

test('law 6: tagging someone who unsubscribed waits for a yes, and Cancel sends nothing', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, unsubscribed.email);
  await addTag(popup, MAIL, 'VIP');
  const question = accountRegion(popup, MAIL).getByRole('alertdialog');
  await expect(question).toContainText('Unsubscribed in Newsletter');
  await expect(question).toContainText('Acme Mail · Newsletter');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await popup.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  expect(sandbox.world.tagsOf(NEWSLETTER, unsubscribed.email)).toEqual(['Trial']);

  await addTag(popup, MAIL, 'VIP');
  await question.getByRole('button', { name: 'Tag anyway' }).click();
  await expect(outcome(popup)).toContainText('Tagged VIP');
  expect(sandbox.world.tagsOf(NEWSLETTER, unsubscribed.email)).toContain('VIP');
});

test('a disabled journey is shown as such and refused in words', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, linus.email);
  const region = accountRegion(popup, MAIL);
  await region.getByRole('button', { name: 'Trigger journey' }).click();
  await region.getByRole('combobox', { name: 'Journey' }).fill('Summer');
  await expect(region.getByRole('option', { name: 'Summer sale' })).toContainText('Disabled');
  await popup.keyboard.press('Enter');
  await expect(region.getByRole('alert')).toContainText('“Summer sale” is disabled');
  expect(sandbox.world.journeysOf(NEWSLETTER, linus.email)).toEqual([]);
});

test('on several lists the list that a journey runs on is shown and can be chosen', async ({
  extension,
  sandbox,
}) => {
  const popup = await extension.popupTab();
  await lookUp(popup, traveller.email);
  const region = accountRegion(popup, MAIL);
  await region.getByRole('button', { name: 'Trigger journey' }).click();
  await region.getByRole('combobox', { name: 'Journey' }).fill('Welcome');
  await expect(region.getByRole('option', { name: 'Welcome series' })).toBeVisible();
  await popup.keyboard.press('Enter');
  const list = region.getByRole('combobox', { name: 'Start “Welcome series” on' });
  await expect(list).toHaveValue(String(NEWSLETTER));
  expect(sandbox.log.some((entry) => /journey\.trigger/i.test(entry.command))).toBe(false);
});

test('a person is taken out of a journey', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const region = accountRegion(popup, MAIL);
  await expect(region).toContainText('Welcome series');
  await region.getByRole('button', { name: 'Leave Welcome series' }).click();
  await region.getByRole('button', { name: 'Take out' }).click();
  await expect(outcome(popup)).toContainText('Removed from Welcome series');
  await expect(outcome(popup)).toContainText('can’t be undone');
  await expect(popup.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const left = sandbox.world.journeysOf(NEWSLETTER, ada.email);
  expect(left.some((enrolment) => enrolment.completedAt === null)).toBe(false);
});

test('law 3: an account that fails says so beside the one that answers, and is asked again', async ({
  extension,
  sandbox,
}) => {
  sandbox.break({ service: 'octeth', do: 'html' });
  const popup = await extension.popupTab();
  await lookUp(popup, ada.email);
  const region = accountRegion(popup, MAIL);
  await expect(accountRegion(popup, SCHOOL)).toContainText('Active');
  await expect(region).toContainText('web page instead of data');
  sandbox.mend();
  await region.getByRole('button', { name: 'Try again' }).click();
  await expect(region).toContainText('Subscribed');
});

test('what is typed and half chosen outlives the popup', async ({ extension }) => {
  const before = await extension.popupTab();
  await lookUp(before, linus.email);
  const region = accountRegion(before, MAIL);
  await region.getByRole('button', { name: 'Add tag' }).click();
  await region.getByRole('combobox', { name: 'Tag' }).fill('Web');
  await before.getByRole('searchbox').fill('somebody half typ');
  await before.close();

  const after = await extension.popupTab();
  await expect(after.getByRole('searchbox')).toHaveValue('somebody half typ');
  await expect(after.getByRole('article', { name: linus.email })).toBeVisible();
  await expect(after.getByRole('combobox', { name: 'Tag' })).toHaveValue('Web');
});

test('the keyboard does the whole job', async ({ extension, sandbox }) => {
  const popup = await extension.popupTab();
  await expect(popup.getByRole('searchbox', { name: 'Email address' })).toBeFocused();
  await popup.keyboard.type(`Marie <${systemeOnly.email}>`);
  await popup.keyboard.press('Enter');
  const region = accountRegion(popup, SCHOOL);
  const add = region.getByRole('button', { name: 'Add tag' });
  await expect(add).toBeVisible({ timeout: 30_000 });
  for (let step = 0; step < 20 && !(await add.evaluate(isFocused)); step += 1) {
    await popup.keyboard.press('Tab');
  }
  await popup.keyboard.press('Enter');
  await expect(region.getByRole('combobox', { name: 'Tag' })).toBeFocused();
  await popup.keyboard.press('Escape');
  await expect(region.getByRole('combobox')).toHaveCount(0);
  await expect(add).toBeFocused();

  await popup.keyboard.press('Enter');
  await expect(region.getByRole('option').first()).toBeVisible();
  await popup.keyboard.type('buyer');
  await popup.keyboard.press('Enter');
  await expect(outcome(popup)).toContainText('Tagged Buyer');
  await expect(add).toBeFocused();
  expect(sandbox.world.contactTagsOf(systemeOnly.email)).toContain('Buyer');
  await popup.keyboard.press('/');
  await expect(popup.getByRole('searchbox')).toBeFocused();
});

const isFocused = (element: Element): boolean => element === document.activeElement;
