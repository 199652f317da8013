/** Law 7: pages of a real size are the same with flags on, and as if nothing had been after. */
import { expect, marksOn, test, type Page } from './harness.ts';
import { flagEverywhere, flagNowhere } from './pages/reading.ts';
import * as readingPages from './pages/worlds/reading.ts';
import { firstDifference, seenOn, type Seen } from './pages/worlds/seen.ts';
import * as workingPages from './pages/worlds/working.ts';

const WORLDS = { ...workingPages, ...readingPages };

interface Visit {
  name: string;
  tab: Page;
  before: Seen;
}

/** As a reader goes through it, and back to where she was. */
const wander = (tab: Page) =>
  tab.evaluate(async () => {
    const scrollers = [document.documentElement, ...document.querySelectorAll('main, #grid')];
    const frame = () => new Promise(requestAnimationFrame);
    for (const each of scrollers) {
      for (const to of [400, 2_000, 9_000, 0]) {
        each.scrollTop = to;
        await frame();
      }
    }
    await frame();
  });

test('ten pages of a real size are the same while they are flagged and afterwards', async ({
  extension,
  site,
}) => {
  test.setTimeout(180_000);
  const visits: Visit[] = [];
  for (const [name, make] of Object.entries(WORLDS)) {
    site.put(`${name}.html`, make());
    const tab = await extension.openPage(site.url(`${name}.html`));
    // What is laid out only when it is met has its size from then on.
    for (let round = 0; round < 4; round += 1) await wander(tab);
    const before = await seenOn(tab);
    expect(before.boxes.length, name).toBeGreaterThan(100);
    visits.push({ name, tab, before });
  }
  expect(visits).toHaveLength(10);

  await flagEverywhere(extension);
  for (const { name, tab, before } of visits) {
    await tab.bringToFront();
    await expect.poll(async () => (await marksOn(tab)).length, name).toBeGreaterThan(0);
    await wander(tab);
    const flagged = await seenOn(tab);
    expect(firstDifference(before, flagged), name).toBeNull();
    expect(flagged.guests, name).toBe(1);
  }
  await flagNowhere(extension);
  for (const { name, tab, before } of visits) {
    await tab.bringToFront();
    await expect.poll(async () => (await seenOn(tab)).guests, name).toBe(0);
    expect(firstDifference(before, await seenOn(tab)), name).toBeNull();
  }
});
