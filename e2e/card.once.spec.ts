import { connected, expect, notable, test } from './harness.ts';
import { body, cardName, cardWords, cornerOf, openMail, stepInto } from './pages/card.ts';
import { flagEverywhere, hover, inkUnder } from './pages/reading.ts';

const { ada, linus } = notable;

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
      await expect.poll(words).toContain(said);
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

connected(
  'an account that is slow hides nothing of another one',
  async ({ extension, sandbox, site }) => {
    sandbox.break({ service: 'gateway', do: { delay: 20_000 } });
    const tab = await openMail(extension, site.url('card.html'));
    await hover(tab, linus.email);
    await expect.poll(cardWords(tab)).toMatch(/Acme Mail.*Subscribed.*Acme School.*Asking…/);
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
