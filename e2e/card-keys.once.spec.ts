import { connected, expect, notable, test } from './harness.ts';
import { marksOn } from './harness/closed.ts';
import { body, cardName, cornerOf, openMail, stepInto } from './pages/card.ts';
import { flagEverywhere, hover, lookUp, spokenFocus } from './pages/reading.ts';

const { ada, linus } = notable;

test.beforeEach(({ site }) => site.put('card.html', body));

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
