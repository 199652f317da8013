/** What a user sees of flags and card, which no script of a page can: pixels and the spoken tree. */
import { expect, marksOn, type Chrome, type Extension, type Page } from '../harness.ts';

declare const chrome: Chrome;

type Reply = { ok: true; value: unknown } | { ok: false; failure: unknown };

/** Asks the background as our own pages do. */
export async function ask(extension: Extension, call: string, request: unknown = null) {
  const reply = await extension
    .backstage()
    .evaluate((message) => chrome.runtime.sendMessage(message) as Promise<Reply>, {
      addressee: 'ask',
      call,
      request,
    });
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}

export const flagEverywhere = (extension: Extension) =>
  ask(extension, 'setFlags', { mode: 'everywhere', sites: [] });

export const flagNowhere = (extension: Extension) =>
  ask(extension, 'setFlags', { mode: 'off', sites: [] });

/** Grants a site as the browser would on a click. */
export async function allowSite(extension: Extension, pattern: string): Promise<void> {
  const session = await extension.context().newCDPSession(extension.backstage());
  await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`,
    userGesture: true,
    awaitPromise: true,
  });
  await session.detach();
}

/** Looks somebody up in every account, so that the directory knows them. */
export async function lookUp(extension: Extension, address: string): Promise<void> {
  // The shape is the protocol's; a wrong one fails the test by itself.
  const { accounts } = (await ask(extension, 'accounts')) as { accounts: { id: string }[] };
  for (const { id } of accounts) await lookUpIn(extension, id, address);
}

/** Where Systeme.io must be walked, until the walk is at its end or has met her. */
async function lookUpIn(extension: Extension, accountId: string, address: string): Promise<void> {
  for (let asked = 0; asked < 20; asked += 1) {
    const findings = (await ask(extension, 'lookUp', { accountId, address, fresh: asked > 0 })) as {
      profiles: unknown[];
      walk: { complete: boolean } | null;
    }; // as above
    if (findings.profiles.length > 0 || !findings.walk || findings.walk.complete) return;
  }
}

/** Where in the viewport a text stands, in the light tree or in an open root. */
export async function boxOfText(page: Page, text: string) {
  const box = await page.evaluate((wanted) => {
    const find = (root: ParentNode): Text | null => {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isShown = node.parentElement?.checkVisibility() ?? true;
        if (node instanceof Text && isShown && node.data.includes(wanted)) return node;
        const inner = node instanceof Element && node.shadowRoot ? find(node.shadowRoot) : null;
        if (inner) return inner;
      }
      return null;
    };
    const node = find(document.body);
    if (!node) return null;
    node.parentElement?.scrollIntoView({ block: 'nearest' });
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(wanted));
    range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
    const [{ x, y, width, height }] = range.getClientRects() as unknown as [DOMRect]; // it has text
    return { x, y, width, height };
  }, text);
  if (!box) throw new Error(`The page does not say ${text}`);
  return box;
}

export type Ink = 'green' | 'amber' | 'red' | 'grey' | 'none';

/** The colour of the line under a text, as painted. */
export async function inkUnder(page: Page, text: string, extension: Extension): Promise<Ink> {
  const box = await boxOfText(page, text);
  const clip = { x: box.x + 1, y: box.y + box.height - 4, width: box.width - 2, height: 8 };
  // Hiding the caret would write into the page's own fields.
  const png = (await page.screenshot({ clip, caret: 'initial' })).toString('base64');
  return extension.backstage().evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const near = (at: number, [red, green, blue]: readonly [number, number, number]) =>
      Math.abs((data[at] ?? 0) - red) < 40 &&
      Math.abs((data[at + 1] ?? 0) - green) < 40 &&
      Math.abs((data[at + 2] ?? 0) - blue) < 40;
    const inks = {
      green: [22, 135, 91],
      amber: [178, 106, 0],
      red: [211, 57, 44],
      grey: [122, 129, 144],
    } as const;
    for (const name of ['green', 'amber', 'red', 'grey'] as const) {
      // A line is inked over most of its length; letters that reach down are not.
      for (let row = 0; row < image.height; row += 1) {
        let inked = 0;
        for (let column = 0; column < image.width; column += 1) {
          if (near((row * image.width + column) * 4, inks[name])) inked += 1;
        }
        if (inked > image.width * 0.35) return name;
      }
    }
    return 'none' as const;
  }, png);
}

/** The shape right under the beginning of a text: `#` where there is ink of whatever colour. */
export async function footOf(page: Page, text: string, extension: Extension): Promise<string> {
  const box = await boxOfText(page, text);
  // A little of the paper beside it comes first.
  const clip = {
    x: Math.round(box.x) - 4,
    y: Math.round(box.y + box.height),
    width: 46,
    height: 3,
  };
  const png = (await page.screenshot({ clip, caret: 'initial' })).toString('base64');
  return extension.backstage().evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const light = (at: number) =>
      (data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0);
    return Array.from({ length: image.height }, (_, row) =>
      Array.from({ length: image.width }, (_, column) =>
        Math.abs(light(row * image.width + column) - light(0)) > 90 ? '#' : '.',
      ).join(''),
    ).join('|');
  }, png);
}

/** Hovers as a hand does: on the screen, in more than one step. */
export async function hover(page: Page, text: string): Promise<void> {
  const { x, y, width, height } = await boxOfText(page, text);
  await page.mouse.move(x + width / 2 - 6, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2);
}

/** What a screen reader says of whatever has the focus; null where that has no name. */
export async function spokenFocus(page: Page): Promise<string | null> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const focused = nodes.findLast(
    ({ ignored, properties }) =>
      !ignored && properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  const said = [focused?.name?.value, focused?.description?.value].filter(Boolean);
  return said.length > 0 ? said.join('; ') : null;
}

/** Nobody is rested on before there is a mark: the pointer is listened to only then. */
export async function restOn(page: Page, extension: Extension, address: string): Promise<void> {
  await expect.poll(() => marksOn(page)).toHaveLength(1);
  await hover(page, address);
  await expect.poll(() => hoveredAddress(extension)).toBe(address);
}

/** The flag that the background believes to be under the pointer. */
export const hoveredAddress = (extension: Extension) =>
  extension.backstage().evaluate(async () => {
    const { hovered } = await chrome.storage.session.get('hovered');
    const last = hovered as { address: string; leftAt: number | null } | undefined;
    return last && (last.leftAt === null || Date.now() - last.leftAt < 500) ? last.address : null;
  });

/** Until the text has a mark of this ink. */
export const inkIs = (extension: Extension, page: Page, text: string, ink: Ink) =>
  expect.poll(() => inkUnder(page, text, extension), { message: text }).toBe(ink);
