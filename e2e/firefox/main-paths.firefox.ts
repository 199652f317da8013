/** The main paths of the Firefox build: what differs from browser to browser, and no more. */
import { notable } from '../../sandbox/sandbox.ts';
import { connectBoth, flagEverywhere, inMail, lookUp } from './connect.ts';
import { expect, test, type Harness } from './harness.ts';
import { areKnown, areUnder, cardOn, marksOn, middleOf, ringOn } from './marks.ts';
import { contextMenu, pressCommand, stopBackground } from './browser-acts.ts';
import { ENTER, ESCAPE, type Tab } from './tab.ts';

const NEWSLETTER = 12;
const { ada, linus, pending } = notable;

/** The help desk, with everybody on it known and marked. */
async function flaggedDesk({ firefox, sandbox, site }: Harness): Promise<Tab> {
  await flagEverywhere(await connectBoth(firefox, sandbox));
  const desk = await firefox.open(site.url('inbox.html', 'desk.acme.test'));
  await areKnown(desk);
  return desk;
}

for (const dialect of ['seed', 'public'] as const) {
  test.describe(dialect, () => {
    test.use({ dialect });

    test('both accounts are connected, and she is looked up, tagged and untagged', async ({
      firefox,
      sandbox,
    }) => {
      await connectBoth(firefox, sandbox);
      const popup = await firefox.openOwn('popup.html');
      await lookUp(popup, ada.email);
      expect(await popup.words()).toContain('Ada Lovelace');
      await popup.press({ role: 'button', name: 'Add tag', within: inMail });
      await popup.type({ role: 'combobox', name: 'Tag', within: inMail }, 'Webinar');
      await popup.press({ role: 'option', name: 'Webinar', goesOn: true, within: inMail });
      const tags = () => sandbox.world.tagsOf(NEWSLETTER, ada.email);
      await expect.poll(tags).toContain('Webinar');
      await popup.press({ role: 'button', name: 'Undo' });
      await expect.poll(tags).not.toContain('Webinar');
    });
  });
}

test('addresses are marked, and the card opens for the pointer and for the keyboard', async ({
  firefox,
  sandbox,
  site,
}) => {
  const desk = await flaggedDesk({ firefox, sandbox, site });
  await areUnder(desk, linus.email, pending.email);

  await desk.hover(await middleOf(desk, linus.email));
  await expect.poll(async () => (await cardOn(desk))?.name).toBe(linus.email);
  await expect.poll(async () => (await cardOn(desk))?.words).toContain('Subscribed');
  await desk.rightClick(await middleOf(desk, linus.email));
  await expect.poll(() => firefox.run(contextMenu)).toContain(`Look up ${linus.email}`);
  await desk.key(ESCAPE);
  await expect.poll(() => cardOn(desk)).toBeNull();

  await firefox.run(pressCommand);
  await expect.poll(() => ringOn(desk)).toContain(ada.email);
  await desk.key(ENTER);
  await expect.poll(async () => (await cardOn(desk))?.name).toBe(ada.email);
});

test('a background that was stopped is woken by whoever asks', async ({
  firefox,
  sandbox,
  site,
}) => {
  const desk = await flaggedDesk({ firefox, sandbox, site });
  await firefox.run(stopBackground);
  await desk.hover(await middleOf(desk, linus.email));
  await expect.poll(async () => (await cardOn(desk))?.words).toContain('Subscribed');
});

test('private windows are closed to us', async ({ firefox, sandbox, site }) => {
  await flagEverywhere(await connectBoth(firefox, sandbox));
  const address = site.url('inbox.html', 'desk.acme.test');
  // A tab is opened in the window that is in front.
  const desk = await firefox.open(site.url('mail.html'));
  const hidden = await firefox.open(address, 'private window');
  await hidden.hover(await middleOf(hidden, linus.email));
  await hidden.rightClick(await middleOf(hidden, linus.email));
  await expect.poll(() => firefox.run(contextMenu)).not.toBeNull();
  expect(await firefox.run(contextMenu)).not.toContain('Addressee');
  // By the time that others are marked, the private one would be.
  await desk.goTo(address);
  await areKnown(desk);
  expect(await marksOn(hidden)).toEqual([]);
  expect(await cardOn(hidden)).toBeNull();
});
