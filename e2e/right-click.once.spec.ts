import { absent, notable } from '../sandbox/sandbox.ts';
import { ask } from './harness/ask.ts';
import type { Extension } from './harness/extension.ts';
import type { Chrome } from './harness/native.ts';
import { expect, type Page, test } from './harness';
import { flagEverywhere, hover, hoveredAddress, restOn } from './pages/reading.ts';

interface Shown {
  contextMenus: { update(id: string, change: object): Promise<void> };
  notifications: {
    getAll(): Promise<Record<string, boolean>>;
    onButtonClicked: { dispatch(id: string, button: number): void };
  };
}
declare const chrome: Chrome & Shown;

const NEWSLETTER = 12;
const ada = notable.ada.email;

test.use({ accounts: 'both' });

test.beforeEach(async ({ site }) => {
  site.put('blank.html', '<!doctype html><title>Somebody’s page</title>');
});

/** The ids of the notifications that stand; a receipt's begins with `receipt:`. */
const notices = (extension: Extension) =>
  extension.backstage().evaluate(async () => Object.keys(await chrome.notifications.getAll()));

async function noticeLike(extension: Extension, pattern: RegExp): Promise<string> {
  await expect
    .poll(async () => (await notices(extension)).some((id) => pattern.test(id)))
    .toBe(true);
  return (await notices(extension)).find((id) => pattern.test(id)) ?? '';
}

async function pressNoticeButton(extension: Extension, id: string) {
  const worker = await extension.worker();
  await worker.evaluate((each) => chrome.notifications.onButtonClicked.dispatch(each, 0), id);
}

async function accountId(extension: Extension, wanted: string): Promise<string> {
  const { accounts } = await ask(extension, 'accounts');
  return accounts.find(({ name }) => name === wanted)?.id ?? '';
}

async function journeyItem(extension: Extension, journeyId: string) {
  const account = await accountId(extension, 'Acme Mail');
  // Asking for the offers is what puts an account's journeys into the menu.
  await ask(extension, 'offers', { accountId: account });
  return JSON.stringify({ kind: 'journey', accountId: account, journeyId });
}

async function tagItem(extension: Extension, tagId: string) {
  const account = await accountId(extension, 'Acme Mail');
  const choice = { kind: 'tag', accountId: account, placeId: String(NEWSLETTER), tagId };
  return JSON.stringify(choice);
}

test('Look up on a selection opens our window with that person', async ({ extension, site }) => {
  const page = await extension.openPage(site.url('blank.html'));
  const selectionText = `wrote Ada <${ada}>`;
  await extension.menuClick({ menuItemId: 'look-up', selectionText }, page);
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('article', { name: ada })).toBeVisible();
});

test('a mail link names its person even where the text does not', async ({ extension, site }) => {
  const page = await extension.openPage(site.url('blank.html'));
  const linkUrl = `mailto:${ada.toUpperCase()}?subject=Hi`;
  await extension.menuClick({ menuItemId: 'look-up', linkUrl }, page);
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('article', { name: ada })).toBeVisible();
});

test('Tag writes once, says so, and Undo takes it back', async ({ extension, sandbox, site }) => {
  const page = await extension.openPage(site.url('blank.html'));
  const { email } = notable.linus;
  const menuItemId = await tagItem(extension, '4');
  await extension.menuClick({ menuItemId, selectionText: email }, page);
  const receipt = await noticeLike(extension, /^receipt:/);
  expect(sandbox.world.tagsOf(NEWSLETTER, email)).toContain('VIP');
  expect(sandbox.log.filter(({ command }) => command === 'subscriber.tag')).toHaveLength(1);

  await pressNoticeButton(extension, receipt);
  await expect.poll(() => sandbox.world.tagsOf(NEWSLETTER, email)).not.toContain('VIP');
});

test('law 6: somebody who unsubscribed is tagged only after a yes', async ({
  extension,
  sandbox,
  site,
}) => {
  const page = await extension.openPage(site.url('blank.html'));
  const { email } = notable.unsubscribed;
  const menuItemId = await tagItem(extension, '4');
  await extension.menuClick({ menuItemId, selectionText: email }, page);
  const popup = await extension.openedPopup();
  await expect(popup.getByText('Unsubscribed').first()).toBeVisible();
  await expect(popup.getByRole('button', { name: /tag anyway/i })).toBeVisible();
  expect(sandbox.log.filter(({ command }) => command === 'subscriber.tag')).toHaveLength(0);

  await popup.getByRole('button', { name: /tag anyway/i }).click();
  await expect.poll(() => sandbox.world.tagsOf(NEWSLETTER, email)).toContain('VIP');
});

test('somebody who is nowhere is offered for adding, not guessed', async ({
  extension,
  sandbox,
  site,
}) => {
  const page = await extension.openPage(site.url('blank.html'));
  const menuItemId = await tagItem(extension, '4');
  await extension.menuClick({ menuItemId, selectionText: absent.nobody }, page);
  const offer = await noticeLike(extension, /^add:/);
  expect(sandbox.log.filter(({ command }) => command === 'subscriber.tag')).toHaveLength(0);

  await pressNoticeButton(extension, offer);
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('textbox', { name: /IP address/i })).toBeVisible();
});

test('text without an address is told so, and nothing is asked', async ({
  extension,
  sandbox,
  site,
}) => {
  const page = await extension.openPage(site.url('blank.html'));
  const before = sandbox.log.length;
  await extension.menuClick({ menuItemId: 'look-up', selectionText: 'nobody here' }, page);
  await expect.poll(async () => (await notices(extension)).length).toBe(1);
  expect(sandbox.log).toHaveLength(before);
});

test('what the key may not do is said at once, and nobody is asked', async ({
  extension,
  sandbox,
  site,
}) => {
  const page = await extension.openPage(site.url('blank.html'));
  const menuItemId = await journeyItem(extension, '7');
  sandbox.world.permissions = 'Subscribers.Get,Subscriber.Update,Lists.Get';
  await ask(extension, 'checkAbilities', { accountId: await accountId(extension, 'Acme Mail') });
  await extension.menuClick({ menuItemId, selectionText: notable.linus.email }, page);
  await expect.poll(async () => (await notices(extension)).length).toBe(1);
  expect(sandbox.log.filter(({ command }) => command === 'subscriber.journey.trigger')).toEqual([]);
});

const written = ['subscriber.tag', 'subscriber.journey.trigger'];

test('law 1: several addresses selected are nobody, whoever was rested on before', async ({
  extension,
  sandbox,
  site,
}) => {
  await flagEverywhere(extension);
  site.put('two.html', `<!doctype html><title>Two</title><p>${ada}</p><p>somewhere else</p>`);
  const page = await extension.openPage(site.url('two.html'));
  await restOn(page, extension, ada);
  const menuItemId = await tagItem(extension, '4');
  const selectionText = `${notable.linus.email}, ${notable.pending.email}`;
  await extension.menuClick({ menuItemId, selectionText }, page);
  await expect.poll(async () => (await notices(extension)).length).toBe(1);
  expect(sandbox.log.filter(({ command }) => written.includes(command))).toEqual([]);
});

test('a flag under the pointer is who is meant, and no longer once it was left', async ({
  extension,
  sandbox,
  site,
}) => {
  const { email } = notable.linus;
  await flagEverywhere(extension);
  site.put('one.html', `<!doctype html><title>One</title><p>${email}</p><p>somewhere else</p>`);
  const page = await extension.openPage(site.url('one.html'));
  await restOn(page, extension, email);
  const menuItemId = await tagItem(extension, '4');
  await extension.menuClick({ menuItemId }, page);
  await expect.poll(() => sandbox.world.tagsOf(NEWSLETTER, email)).toContain('VIP');

  await hover(page, 'somewhere else');
  await expect.poll(() => hoveredAddress(extension)).toBeNull();
  const other = await tagItem(extension, '5');
  await extension.menuClick({ menuItemId: other }, page);
  await noticeLike(extension, /^(?!receipt:)/);
  expect(sandbox.world.tagsOf(NEWSLETTER, email)).not.toContain('Trial');
});

for (const [how, goOn] of [
  ['another page has come', (page: Page, url: string) => page.goto(url)],
  ['the page was loaded again', (page: Page) => page.reload()],
] as const) {
  test(`law 1: nobody is meant any more once ${how}`, async ({ extension, sandbox, site }) => {
    const { email } = notable.linus;
    await flagEverywhere(extension);
    site.put('one.html', `<!doctype html><title>One</title><p>${email}</p>`);
    const page = await extension.openPage(site.url('one.html'));
    await restOn(page, extension, email);
    site.put('one.html', '<!doctype html><title>One</title><p>Nobody</p>');
    const menuItemId = await tagItem(extension, '4');
    await goOn(page, site.url('blank.html'));
    await expect.poll(() => hoveredAddress(extension)).toBeNull();
    await extension.menuClick({ menuItemId }, page);
    await noticeLike(extension, /^(?!receipt:)/);
    expect(sandbox.world.tagsOf(NEWSLETTER, email)).not.toContain('VIP');
  });
}

test('a journey runs on the list that starts it, and asks where she unsubscribed there', async ({
  extension,
  sandbox,
  site,
}) => {
  const page = await extension.openPage(site.url('blank.html'));
  // Win back starts on Customers, where Ada unsubscribed; she is subscribed on Newsletter.
  const menuItemId = await journeyItem(extension, '8');
  await extension.menuClick({ menuItemId, selectionText: ada }, page);
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('alertdialog')).toContainText('Customers');
  expect(sandbox.log.filter(({ command }) => written.includes(command))).toEqual([]);
});

test('an Undo that cannot be carried out says so', async ({ extension, sandbox, site }) => {
  const page = await extension.openPage(site.url('blank.html'));
  const { email } = notable.linus;
  const menuItemId = await tagItem(extension, '4');
  await extension.menuClick({ menuItemId, selectionText: email }, page);
  const receipt = await noticeLike(extension, /^receipt:/);
  const account = await accountId(extension, 'Acme Mail');
  await ask(extension, 'pause', { accountId: account, paused: true });

  await pressNoticeButton(extension, receipt);
  await noticeLike(extension, /^(?!receipt:)/);
  expect(sandbox.world.tagsOf(NEWSLETTER, email)).toContain('VIP');
});

test('the menu stands, once, however often the worker wakes', async ({ extension }) => {
  for (let wake = 0; wake < 3; wake += 1) {
    await extension.killWorker();
    await extension.worker();
  }
  // Updating an item that is not there fails; making one twice is an error the harness reports.
  const standing = ['look-up', 'tag', 'journey'];
  for (const id of standing) {
    await expect
      .poll(() =>
        extension.backstage().evaluate(async (each) => {
          try {
            await chrome.contextMenus.update(each, { enabled: true });
            return 'stands';
          } catch (error) {
            return String(error);
          }
        }, id),
      )
      .toBe('stands');
  }
});
