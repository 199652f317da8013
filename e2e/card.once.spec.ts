import { connected, expect, notable, test, type Extension, type Page } from './harness.ts';
import { dialogOn, hiddenElements, marksOn } from './harness/closed.ts';
import { flagEverywhere, hover, inkUnder, lookUp, spokenFocus } from './pages/reading.ts';

const { ada, linus } = notable;
const body = `<!doctype html><meta charset="utf-8"><title>Mail</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px; min-height: 3000px }</style>
  <button id="first">First</button><p>From ${ada.email} today</p><p>And ${linus.email} too</p>`;

const cardName = (tab: Page) => async () => (await dialogOn(tab))?.name ?? null;
const cardWords = (tab: Page) => async () => (await dialogOn(tab))?.words ?? '';

/** Where the card lies. */
async function cornerOf(tab: Page): Promise<{ left: number; top: number }> {
  const [card] = (await hiddenElements(tab)).filter(({ attributes }) => attributes['role']);
  const [left = 0, top = 0] = (card?.attributes['style']?.match(/[\d.]+px/g) ?? []).map(parseFloat);
  return { left, top };
}

async function openMail(extension: Extension, address: string): Promise<Page> {
  await flagEverywhere(extension);
  const tab = await extension.openPage(address);
  await expect.poll(async () => (await marksOn(tab)).length).toBe(2);
  return tab;
}

/** Steps to the first address in view and opens its card. */
async function stepInto(extension: Extension, tab: Page): Promise<void> {
  await extension.pressCommand('next-flag', tab);
  await expect.poll(() => spokenFocus(tab)).toContain(' of ');
  await tab.keyboard.press('Enter');
}

test.beforeEach(({ site }) => site.put('card.html', body));

connected(
  'resting on an address shows who it is in each account, named',
  async ({ extension, site }) => {
    const tab = await openMail(extension, site.url('card.html'));
    await hover(tab, ada.email);
    await expect.poll(cardName(tab)).toBe(ada.email);
    const words = cardWords(tab);
    await expect.poll(words, { timeout: 20_000 }).toContain('Acme School');
    for (const said of [
      'Ada Lovelace',
      'as of',
      'Acme Mail',
      'Subscribed',
      'Unsubscribed',
      'VIP',
    ]) {
      expect(await words()).toContain(said);
    }

    await test.step('and the card stays on the way to it, and goes when left', async () => {
      const { left, top } = await cornerOf(tab);
      await tab.mouse.move(left + 100, top + 60, { steps: 8 });
      expect(await cardName(tab)()).toBe(ada.email);
      await tab.mouse.move(900, 700, { steps: 3 });
      await expect.poll(cardName(tab)).toBeNull();
    });
  },
);

test('an account that cannot be asked says so, and no account at all too', async ({
  extension,
  site,
}) => {
  const tab = await openMail(extension, site.url('card.html'));
  await hover(tab, linus.email);
  await expect.poll(cardWords(tab)).toContain('No account is connected');
});

test('the keyboard begins with what is to be seen under a bar that stays', async ({
  extension,
  site,
}) => {
  const rows = Array.from({ length: 80 }, (_, row) => `<p>row${row}@a.example</p>`).join('');
  site.put(
    'card.html',
    `<!doctype html><meta charset="utf-8"><title>Rows</title>
    <style>header { position: fixed; inset: 0 0 auto; height: 90px; background: white }
    body { margin: 0 } p { margin: 0; line-height: 30px }</style><header>Bar</header>${rows}`,
  );
  await flagEverywhere(extension);
  const tab = await extension.openPage(site.url('card.html'));
  await expect.poll(async () => (await marksOn(tab)).length).toBeGreaterThan(9);
  await tab.evaluate(() => scrollTo(0, 300));
  await extension.pressCommand('next-flag', tab);
  await expect.poll(() => spokenFocus(tab)).toMatch(/^row13@a.example, .*1 of/);
});

connected(
  'the keyboard steps through the addresses in view, into the card and back',
  async ({ extension, site }) => {
    await lookUp(extension, linus.email);
    site.put('card.html', `${body}<div style="height: 2000px"></div><p>far@below.example`);
    await flagEverywhere(extension);
    const tab = await extension.openPage(site.url('card.html'));
    await expect.poll(async () => (await marksOn(tab)).length).toBe(2);
    const spoken = () => spokenFocus(tab);
    const focusedOn = () => tab.evaluate(() => document.activeElement?.id ?? '');
    const isAt = (words: RegExp) => expect.poll(spoken).toMatch(words);
    // In a walk she was passed on the way.
    const first = /^ada@.*, (Not looked up yet|Known in one system); 1 of 2 in view/;
    const second = /^linus@.*, Known in one system; 2 of 2 in view/;
    await tab.locator('#first').focus();
    const before = await tab.evaluate(() => document.body.outerHTML);

    await extension.pressCommand('next-flag', tab);
    await isAt(first);
    await extension.pressCommand('next-flag', tab);
    await isAt(second);
    await extension.pressCommand('next-flag', tab);
    await isAt(first);
    await extension.pressCommand('previous-flag', tab);
    await isAt(second);
    await tab.keyboard.press('ArrowUp');
    await isAt(first);
    expect(await cardName(tab)()).toBeNull();
    await tab.keyboard.press('Escape');
    expect(await focusedOn()).toBe('first');

    await test.step('Enter opens the card, and Escape leads back to where she was', async () => {
      await extension.pressCommand('next-flag', tab);
      await isAt(second);
      await tab.keyboard.press('Enter');
      await expect.poll(cardName(tab)).toBe(linus.email);
      expect(await focusedOn()).toBe('');
      await tab.keyboard.press('Escape');
      await expect.poll(cardName(tab)).toBeNull();
      expect(await focusedOn()).toBe('first');
    });
    await test.step('from a card the next step goes on, and Tab where she had been', async () => {
      await extension.pressCommand('next-flag', tab);
      await isAt(first);
      await tab.keyboard.press('Enter');
      await expect.poll(cardName(tab)).toBe(ada.email);
      await extension.pressCommand('next-flag', tab);
      await isAt(second);
      expect(await cardName(tab)()).toBeNull();
      await tab.keyboard.press('Shift+Tab');
      await tab.keyboard.press('Tab');
      expect(await focusedOn()).toBe('first');
    });
    expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
  },
);

test('Open shows her in our own window', async ({ extension, site }) => {
  const tab = await openMail(extension, site.url('card.html'));
  await tab.locator('#first').focus();
  await stepInto(extension, tab);
  await expect.poll(cardName(tab)).toBe(ada.email);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  const popup = await extension.openedPopup();
  await expect(popup.getByRole('searchbox', { name: 'Email address' })).toHaveValue(ada.email);
  await expect.poll(cardName(tab)).toBeNull();
});

test('Tab onto a flagged link shows its card and leaves the focus where it is', async ({
  extension,
  site,
}) => {
  site.put('card.html', `${body}<a id="link" href="mailto:${linus.email}">Write</a>`);
  await flagEverywhere(extension);
  const tab = await extension.openPage(site.url('card.html'));
  await expect.poll(async () => (await marksOn(tab)).length).toBe(3);
  await tab.locator('#first').focus();
  await tab.keyboard.press('Tab');
  await expect.poll(cardName(tab)).toBe(linus.email);
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('link');
  await tab.keyboard.press('Escape');
  await expect.poll(cardName(tab)).toBeNull();
});

test('a card that was only pointed at gives the focus back to nothing of long ago', async ({
  extension,
  site,
}) => {
  const tab = await openMail(extension, site.url('card.html'));
  const focusedOn = () => tab.evaluate(() => document.activeElement?.id);
  await tab.locator('#first').focus();
  await stepInto(extension, tab);
  await expect.poll(cardName(tab)).toBe(ada.email);
  await tab.keyboard.press('Escape');
  expect(await focusedOn()).toBe('first');
  await tab.locator('#first').evaluate((button) => button.blur());
  await hover(tab, linus.email);
  await expect.poll(cardName(tab)).toBe(linus.email);
  const { left, top } = await cornerOf(tab);
  await tab.mouse.move(left + 100, top + 60, { steps: 8 });
  await tab.mouse.down();
  await tab.mouse.up();
  await tab.mouse.move(900, 700, { steps: 3 });
  await expect.poll(cardName(tab)).toBeNull();
  expect(await focusedOn()).toBe('');
});

const inside = 'inside@dialog.example';
/** The gap is one that a further child in the flow would widen the dialog by. */
const MODALS = {
  'a dialog': `<dialog style="display:grid;gap:20px"><p>${inside}</p><p>Sure?</p></dialog>`,
  'a dialog of a component': `<div><template shadowrootmode="open"><dialog><slot></slot></dialog>
    </template><p>${inside}</p></div>`,
};

for (const [kind, markup] of Object.entries(MODALS)) {
  test(`${kind} makes all else of the page inert, and not its card`, async ({
    extension,
    site,
  }) => {
    site.put('card.html', `${body}${markup}`);
    await flagEverywhere(extension);
    const tab = await extension.openPage(site.url('card.html'));
    const modal = await tab.evaluateHandle(() => {
      const own = document.querySelector('dialog');
      const inner = document.querySelector('body > div')?.shadowRoot?.querySelector('dialog');
      const dialog = (own ?? inner) as HTMLDialogElement; // each page has the one or the other
      dialog.showModal();
      return dialog;
    });
    const sizeOf = () => modal.evaluate((dialog) => [dialog.clientWidth, dialog.clientHeight]);
    const size = await sizeOf();
    await expect.poll(() => inkUnder(tab, inside, extension)).toBe('grey');
    await hover(tab, inside);
    await expect.poll(cardName(tab)).toBe(inside);
    expect(await sizeOf()).toEqual(size);

    await tab.keyboard.press('Escape');
    await expect.poll(cardName(tab)).toBeNull();
    expect(await modal.evaluate((dialog) => dialog.open)).toBe(true);

    await tab.mouse.move(5, 5);
    await hover(tab, inside);
    await expect.poll(cardName(tab)).toBe(inside);
    await modal.evaluate((dialog) => dialog.close());
    await expect.poll(cardName(tab)).toBeNull();
    await hover(tab, ada.email);
    await expect.poll(cardName(tab)).toBe(ada.email);

    await modal.evaluate((dialog) => dialog.showModal());
    await expect.poll(() => inkUnder(tab, inside, extension)).toBe('grey');
    await stepInto(extension, tab);
    await expect.poll(cardName(tab)).not.toBeNull();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    const popup = await extension.openedPopup();
    await expect(popup.getByRole('searchbox', { name: 'Email address' })).toHaveValue(/@/);
  });
}

test('the card goes when the page is scrolled away under it, or flags are turned off', async ({
  extension,
  site,
}) => {
  const tab = await openMail(extension, site.url('card.html'));
  await hover(tab, linus.email);
  await expect.poll(cardName(tab)).toBe(linus.email);
  await tab.mouse.wheel(0, 400);
  await expect.poll(cardName(tab)).toBeNull();
});
