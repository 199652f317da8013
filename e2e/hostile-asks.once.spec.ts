/** “The page is hostile”: whatever a page does, it opens no card, costs no call and wears nobody out. */
import type { Sandbox } from '../sandbox/sandbox.ts';
import { dialogOn, expect, marksOn, notable, test, type Extension, type Page } from './harness.ts';
import { list, openTrap, strange } from './pages/open-trap.ts';
import { boxOfText, flagEverywhere, hover } from './pages/reading.ts';

test.use({ accounts: 'both' });

const { linus, suppressed, pending } = notable;
const STRANGERS = [linus.email, suppressed.email, pending.email].map((email) => strange(email));
/** Another address, on which a person rests in the end. */
const RESTED_ON = strange(linus.email);

/** What the background answers one page in a minute, and what it refuses: one each few seconds. */
const ASKED_A_MINUTE = 120 + 20;

interface Runtime {
  chrome: {
    runtime: {
      onMessage: { addListener(hear: (message: { call?: string }) => void): void };
    };
  };
}

/** Counts what any page asks from now on: our own pages hear it too. */
async function countAsked(extension: Extension): Promise<() => Promise<number>> {
  await extension.backstage().evaluate(() => {
    const counted = globalThis as { asked?: number };
    counted.asked = 0;
    (globalThis as unknown as Runtime).chrome.runtime.onMessage.addListener((message) => {
      if (message.call === 'recognise') counted.asked = (counted.asked ?? 0) + 1;
    });
  });
  return () => extension.backstage().evaluate(() => (globalThis as { asked?: number }).asked ?? -1);
}

/** What was asked of any server about one address since then. */
const askedAbout = (sandbox: Sandbox, email: string, since: number): string[] =>
  sandbox.log
    .slice(since)
    .filter(({ url, body }) => decodeURIComponent(url + body).includes(email))
    .map(({ command }) => command);

/**
 * Nothing came of what the page did about one address: nothing by now, and nothing that had only
 * begun, by the time a person has rested on another one and its card has asked.
 */
async function nothingCameOf(
  email: string,
  tab: Page,
  sandbox: Sandbox,
  rest: () => Promise<void>,
) {
  const before = sandbox.log.length;
  expect(await dialogOn(tab)).toBeNull();
  await rest();
  await expect.poll(async () => (await dialogOn(tab))?.name).toBe(RESTED_ON);
  await expect.poll(() => askedAbout(sandbox, RESTED_ON, before)).not.toEqual([]);
  expect(askedAbout(sandbox, email, 0)).toEqual([]);
}

test('forged moves open nothing and ask nothing', async ({ extension, sandbox, site }) => {
  site.put('trap.html', list([linus.email, ...STRANGERS], ''));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 4);
  const { x, y } = await boxOfText(tab, linus.email);
  // As a hand rests that trembles, for three times as long as it takes.
  await tab.evaluate(
    async ([left, top]) => {
      const at = { clientX: left + 9, clientY: top + 9, bubbles: true, composed: true };
      for (let step = 0; step < 40; step += 1) {
        const target = document.elementFromPoint(left + 9, top + 9) ?? document.body;
        const screen = { screenX: step, screenY: step, pointerType: 'mouse' };
        target.dispatchEvent(new PointerEvent('pointermove', { ...at, ...screen }));
        target.dispatchEvent(new MouseEvent('mousemove', { ...at, ...screen }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    [x, y] as const,
  );
  await nothingCameOf(linus.email, tab, sandbox, () => hover(tab, RESTED_ON));
});

test('a forged Tab does not make a page’s focusing a person’s', async ({
  extension,
  sandbox,
  site,
}) => {
  const links = [linus.email, RESTED_ON].map((email) => `<a href="mailto:${email}">${email}</a> `);
  site.put('trap.html', list([]) + links.join(''));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 2);
  await tab.evaluate(async () => {
    const link = document.querySelector('a');
    const forgeTab = () =>
      link?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    forgeTab();
    link?.focus();
    for (let step = 0; step < 40; step += 1) {
      forgeTab();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await nothingCameOf(linus.email, tab, sandbox, () => tab.keyboard.press('Tab'));
});

test('a page that slides its text under a resting pointer is not hovered', async ({
  extension,
  sandbox,
  site,
}) => {
  site.put('trap.html', list([linus.email, RESTED_ON]));
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 2);
  await tab.mouse.move(500, 300);
  await tab.mouse.move(501, 301);
  await tab.evaluate(async () => {
    const text = document.querySelector('p');
    for (let step = 0; step < 10; step += 1) {
      const left = 440 + step;
      text?.setAttribute('style', `position:fixed;left:${left}px;top:275px;margin:0`);
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  });
  await nothingCameOf(linus.email, tab, sandbox, () => hover(tab, RESTED_ON));
});

test('a page that focuses its links is not stepped through', async ({
  extension,
  sandbox,
  site,
}) => {
  site.put('trap.html', `${list([RESTED_ON])}<a id="link" href="mailto:${linus.email}">Write</a>`);
  await flagEverywhere(extension);
  const tab = await openTrap(extension, site.url('trap.html'), 2);
  await tab.evaluate(async () => {
    for (let step = 0; step < 3; step += 1) {
      document.getElementById('link')?.focus();
      await new Promise((resolve) => setTimeout(resolve, 400));
      document.getElementById('link')?.blur();
    }
  });
  await nothingCameOf(linus.email, tab, sandbox, () => hover(tab, RESTED_ON));
});

test('what a page sends to the extension is heard by nobody', async ({
  extension,
  sandbox,
  site,
}) => {
  await flagEverywhere(extension);
  site.put('trap.html', list([linus.email, ...STRANGERS]));
  const tab = await openTrap(extension, site.url('trap.html'), 4);
  const before = sandbox.log.length;
  // What the browser says of doors that are shut is no error of ours.
  extension.problems.allow(/^console: .*(chrome-extension:|ERR_|Not allowed to load)/);
  const reached = await tab.evaluate(
    async ([id, address]) => {
      interface Runtime {
        sendMessage(to: string, message: unknown): Promise<unknown>;
        connect(to: string): unknown;
      }
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: Runtime } };
      const ask = { addressee: 'ask', call: 'peek', request: { address, seen: 0 } };
      const answers: string[] = [];
      const channel = new BroadcastChannel('addressee');
      addEventListener('message', ({ data }) => {
        if (data !== ask && !(data as { mine?: true }).mine) answers.push('message');
      });
      channel.addEventListener('message', () => answers.push('channel'));
      for (const message of [ask, { ...ask, call: 'recognise' }, { addressee: 'refresh' }]) {
        postMessage({ ...message, mine: true }, '*');
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
        channel.postMessage(message);
        document.dispatchEvent(new CustomEvent('addressee', { detail: message }));
        document.documentElement.lastElementChild?.dispatchEvent(
          new MessageEvent('message', { data: message }),
        );
      }
      const doors: [string, () => unknown][] = [
        ['sendMessage', () => chrome?.runtime?.sendMessage(id, ask)],
        ['connect', () => chrome?.runtime?.connect(id)],
        ['fetch', () => fetch(`chrome-extension://${id}/manifest.json`)],
        ['import', () => import(`chrome-extension://${id}/content-scripts/flags.js`)],
        ['worker', () => new Worker(`chrome-extension://${id}/background.js`)],
        ['opened', () => open(`chrome-extension://${id}/popup.html`)?.document.title],
      ];
      const opened: string[] = [];
      for (const [name, knock] of doors) {
        const answer = await Promise.resolve()
          .then(knock)
          .catch(() => undefined);
        if (answer) opened.push(name);
      }
      for (const file of ['popup.html', 'options.html', 'manifest.json']) {
        const frame = document.createElement('iframe');
        frame.src = `chrome-extension://${id}/${file}`;
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (frame.contentDocument?.body?.children.length) opened.push(file);
      }
      return { answers, opened };
    },
    [extension.id, linus.email] as const,
  );
  expect(reached).toEqual({ answers: [], opened: [] });
  expect(await dialogOn(tab)).toBeNull();
  expect(sandbox.log.slice(before)).toEqual([]);
});

test('a million addresses exhaust nobody: the page goes on, and so does every other', async ({
  extension,
  sandbox,
  site,
}) => {
  test.slow();
  await flagEverywhere(extension);
  site.put('quiet.html', list(STRANGERS));
  site.put('trap.html', list(['first@a.example']));
  const before = sandbox.log.length;
  const trap = await openTrap(extension, site.url('trap.html'), 1);
  const asked = await countAsked(extension);
  const begun = Date.now();
  const frames = await trap.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let part = 0; part < 1_000; part += 1) {
      const lines = Array.from({ length: 1_000 }, (_, line) => `u${part * 1_000 + line}@a.example`);
      const text = document.createElement('p');
      text.textContent = lines.join(' ');
      text.style.cssText = 'height: 2em; overflow: hidden';
      document.body.append(text);
      if (part % 50 === 0) await frame();
    }
    // In sight, others every frame: each would have to be asked for. As if come back to.
    const shown = document.querySelector('p');
    for (let round = 0; round < 120; round += 1) {
      const fresh = Array.from({ length: 300 }, (_, line) => `r${round}n${line}@b.example`);
      if (shown) shown.textContent = fresh.join(' ');
      for (let time = 0; time < 5; time += 1) {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }
      await frame();
    }
    return document.querySelectorAll('p').length;
  });
  expect(frames).toBe(1_001);
  expect(sandbox.log.slice(before)).toEqual([]);
  expect(await dialogOn(trap)).toBeNull();

  await test.step('another page is marked meanwhile, and the trap itself still answers', async () => {
    await openTrap(extension, site.url('quiet.html'), STRANGERS.length);
    const minutes = Math.ceil((Date.now() - begun) / 60_000) + 1;
    expect(await asked()).toBeLessThanOrEqual(minutes * ASKED_A_MINUTE);
    await trap.bringToFront();
    await trap.evaluate(() => document.body.replaceChildren('last@a.example'));
    await expect.poll(async () => (await marksOn(trap)).length, { timeout: 90_000 }).toBe(1);
    expect(await trap.evaluate(() => document.body.innerText)).toBe('last@a.example');
  });
});
