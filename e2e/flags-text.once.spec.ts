import { expect, test } from './harness.ts';
import { dialogOn } from './harness/closed.ts';
import { page } from './pages/marks-placed.ts';
import { flagEverywhere, hover, inkIs, inkUnder, spokenFocus } from './pages/reading.ts';

test.describe('on a page of every kind of text', () => {
  test.beforeEach(({ extension }) => flagEverywhere(extension));

  test('text, links, open shadow roots, frames and broken lines are marked', async ({
    extension,
    site,
  }) => {
    site.put('frame.html', page('<p>framed@a.example'));
    site.put('shown.html', page('<p>In the frame: <iframe src="frame.html"></iframe>'));
    const tab = await extension.openPage(site.url('mail.html'));
    for (const text of ['linus@one.test', 'Write to Grace', 'averylong', 'shadow@one.test']) {
      await tab.getByText('Thanks for coming').scrollIntoViewIfNeeded();
      await inkIs(extension, tab, text, 'grey');
    }
    const shown = await extension.openPage(site.url('shown.html'));
    const frame = await shown.locator('iframe').boundingBox();
    expect(frame).not.toBeNull();
    const framed = shown.frames()[1];
    const hosts = () => framed?.evaluate(() => document.documentElement.children.length);
    await expect.poll(hosts).toBe(3);
  });

  test('what is typed, hidden, or only looks like an address is not', async ({
    extension,
    site,
  }) => {
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'linus@one.test', 'grey');
    for (const text of ['edited@one.test', 'logo@2x.png', 'pass@host.com', 'git@host.com']) {
      expect(await inkUnder(tab, text, extension), text).toBe('none');
    }
  });

  test('text that is made editable is marked no longer', async ({ extension, site }) => {
    site.put('mail.html', page('<p id="a">first@a.example<p>second@a.example'));
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'first@a.example', 'grey');
    await tab.evaluate(() => document.getElementById('a')?.setAttribute('contenteditable', ''));
    await inkIs(extension, tab, 'first@a.example', 'none');
    await inkIs(extension, tab, 'second@a.example', 'grey');
    await tab.evaluate(() => (document.designMode = 'on'));
    await inkIs(extension, tab, 'second@a.example', 'none');
  });

  test('law 1: an address in pieces or in disguise is marked as the whole it is, or not at all', async ({
    extension,
    site,
  }) => {
    // The reader rests between two readings, the longer the slower the machine is.
    test.slow();
    const code = Buffer.from([...Buffer.from('ada@coded.example')].map((byte) => byte ^ 0x2a));
    site.put(
      'mail.html',
      page(`<p><span>first.</span><span id="tail">last@a.example</span> <p><a>ada@a.co</a><span>m</span>
        <p><b>Mail</b><span>close@a.example</span>
        <p><span>Ada</span><span style="margin-left: 9px">apart@a.example</span>
        <p style="display: flex"><span>Ada</span><span>boxed@a.example</span>
        <p><span>split</span>@<b>pieces.example</b>
        <p>spelled [at] out (dot) example
        <p>we met (at) the beach.
        <p><a href="/cdn-cgi/l/email-protection" data-cfemail="2a${code.toString('hex')}">[email&#160;protected]</a>
        <p>jörg@bücher.example
        <script type="application/ld+json">{ "email": "json@a.example" }</script>`),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'boxed@a.example', 'grey');
    await inkIs(extension, tab, 'apart@a.example', 'grey');
    const hidden = ['split', 'pieces.example', 'spelled [at] out (dot) example', 'protected]'];
    for (const text of [...hidden, 'first.', 'last@a.example', 'jörg@bücher.example']) {
      await inkIs(extension, tab, text, 'grey');
    }
    for (const text of ['ada@a.co', 'close@a.example', 'we met (at) the beach']) {
      expect(await inkUnder(tab, text, extension), text).toBe('none');
    }
    for (const [text, address] of [
      ['last@a.example', 'first.last@a.example'],
      ['pieces.example', 'split@pieces.example'],
      ['spelled', 'spelled@out.example'],
      ['protected]', 'ada@coded.example'],
    ] as const) {
      await hover(tab, text);
      await expect.poll(async () => (await dialogOn(tab))?.name, { message: text }).toBe(address);
    }
    await tab.evaluate(() =>
      document.getElementById('tail')?.replaceChildren('last@other.example'),
    );
    await expect(async () => {
      await tab.mouse.move(900, 600);
      await hover(tab, 'last@other.example');
      const named = async () => (await dialogOn(tab))?.name;
      await expect.poll(named, { timeout: 1_000 }).toBe('first.last@other.example');
    }).toPass({ timeout: 90_000 });
  });

  test('in open shadow roots disguises are marked, listed and stepped to like any other', async ({
    extension,
    site,
  }) => {
    site.put(
      'mail.html',
      page(`<p>plain@a.example <p><x-a><template shadowrootmode="open">
        spelled [at] root.example</template></x-a>
        <p><x-b><i>in</i>@<b>slot.example</b><template shadowrootmode="open">
        <p><slot></slot></template></x-b>`),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    for (const text of ['plain@a.example', 'spelled [at] root.example', 'slot.example']) {
      await inkIs(extension, tab, text, 'grey');
    }
    const popup = await extension.openPopup(tab);
    await popup.getByRole('button', { name: 'On this page' }).click();
    const list = popup.getByRole('list', { name: 'Addresses on this page' });
    for (const address of ['spelled@root.example', 'in@slot.example']) {
      await expect(list.getByRole('button', { name: address }).first()).toBeVisible();
    }
    await popup.getByRole('button', { name: 'Show spelled@root.example on the page' }).click();
    await expect.poll(() => spokenFocus(tab)).toContain('spelled@root.example');
  });

  test('text that comes, changes or goes is followed', async ({ extension, site }) => {
    site.put('mail.html', page('<p id="a">first@a.example<p id="b">&nbsp;'));
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'first@a.example', 'grey');
    await tab.evaluate(() => document.getElementById('b')?.append('second@a.example'));
    await inkIs(extension, tab, 'second@a.example', 'grey');
    await tab.evaluate(() => {
      const text = document.getElementById('a')?.firstChild;
      if (text) text.nodeValue = 'nobody there now';
    });
    await inkIs(extension, tab, 'nobody there now', 'none');
    await tab.evaluate(() => document.getElementById('b')?.remove());
    await tab.evaluate(() => document.body.insertAdjacentText('beforeend', 'plain words instead'));
    await inkIs(extension, tab, 'plain words instead', 'none');
  });

  test('what comes beside something that ticks all the time is marked, and so is what it says', async ({
    extension,
    site,
  }) => {
    site.put(
      'mail.html',
      page('<p id="clock" data-says="price">price</p><p id="a">first@a.example'),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await tab.evaluate(() => {
      const clock = document.getElementById('clock');
      const text = clock?.firstChild;
      if (!clock || !text) return;
      setInterval(() => {
        for (let time = 0; time < 10; time += 1) text.nodeValue = clock.dataset.says ?? '';
      }, 10);
    });
    await inkIs(extension, tab, 'first@a.example', 'grey');
    for (const [row, place] of ['body', '#a', '#a b'].entries()) {
      const text = `row${row}@a.example`;
      await tab.evaluate(
        ([into, words]) => {
          const line = document.createElement('b');
          line.append(words);
          line.style.display = 'block';
          document.querySelector(into)?.append(line);
        },
        [place, text] as const,
      );
      await inkIs(extension, tab, text, 'grey');
    }
    const say = async (words: string) => {
      await tab.evaluate((says) => {
        const clock = document.getElementById('clock');
        if (clock) clock.dataset.says = says;
      }, words);
      await expect(tab.locator('#clock')).toHaveText(words);
    };
    await say('ticking@a.example');
    await inkIs(extension, tab, 'ticking@a.example', 'grey');
    await say('plain words again');
    await inkIs(extension, tab, 'plain words again', 'none');
  });

  test('an address scrolled out of its box leaves no mark on what lies there', async ({
    extension,
    site,
  }) => {
    const rows = Array.from({ length: 30 }, (_, row) => `<p>row${row}@a.example</p>`).join('');
    site.put(
      'mail.html',
      page(`<div id="box" style="height:100px;overflow:auto">${rows}</div><p id="after">Below it`),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'row0@a.example', 'grey');
    expect(await inkUnder(tab, 'Below it', extension)).toBe('none');
    await tab.evaluate(() => document.getElementById('box')?.scrollTo(0, 500));
    await inkIs(extension, tab, 'Below it', 'none');
    const seen = await tab.evaluate(() => {
      const box = document.getElementById('box')?.getBoundingClientRect();
      const element = document.elementFromPoint(60, (box?.top ?? 0) + 50);
      return element?.textContent ?? '';
    });
    await inkIs(extension, tab, seen, 'grey');
  });

  test('marks lie over a dialog they belong to and under one they do not', async ({
    extension,
    site,
  }) => {
    site.put(
      'mail.html',
      page(`<p>under@a.example</p><dialog id="d" style="inset:0 auto auto 0;margin:0;width:90%">
        <p>inside@a.example</p></dialog>`),
    );
    const tab = await extension.openPage(site.url('mail.html'));
    await inkIs(extension, tab, 'under@a.example', 'grey');
    await tab.evaluate(() => document.querySelector('dialog')?.showModal());
    await inkIs(extension, tab, 'inside@a.example', 'grey');
    const covers = await tab.getByText('under@a.example').evaluate((covered) => {
      const { left, bottom } = covered.getBoundingClientRect();
      return document.elementFromPoint(left + 9, bottom)?.closest('dialog')?.id;
    });
    expect(covers).toBe('d');
    expect(await inkUnder(tab, 'under@a.example', extension)).toBe('none');
  });
});
