import { expect, type Locator, type Page } from '@playwright/test';
import { dialogOn, marksOn } from '../../e2e/harness/closed.ts';
import {
  accountRegion,
  addTag,
  chooseFlags,
  lookUp,
  triggerJourney,
} from '../../e2e/harness/drive.ts';
import { notable } from '../../sandbox/sandbox.ts';
import { connectBoth, MAIL, SCHOOL, type Stage } from './stage.ts';

/** Says a step and what was seen; the step's name only where it begins. */
export type Say = (step: string, saw: string) => void;

const NEWSLETTER = 12;
const { ada, linus, hardBounced, suppressed } = notable;

/** The main job, each step with what it saw; throws at the first that fails. */
export async function playOnce(stage: Stage, say: Say): Promise<void> {
  const options = await connect(stage, say);
  const desk = await stage.extension.openPage(stage.site.url('inbox.html', 'desk.acme.test'));
  const popup = await stage.extension.openPopup(desk);
  await find(popup, say);
  await tag(stage, popup, say);
  await trigger(stage, popup, say);
  await meet(popup);
  await popup.close();
  await portray(stage);
  await options.bringToFront();
  await options.mouse.move(0, 0);
  await stage.picture(options, 'options');
  await chooseFlags(options, 'On every site');
  await flag(stage, desk, say);
  await openCard(stage, desk, say);
}

async function connect(stage: Stage, say: Say): Promise<Page> {
  const options = await connectBoth(stage);
  say('connect', await wordsOf(options.getByRole('article', { name: MAIL })));
  say('', await wordsOf(options.getByRole('article', { name: SCHOOL })));
  return options;
}

async function find(popup: Page, say: Say): Promise<void> {
  await lookUp(popup, ada.email);
  for (const account of [MAIL, SCHOOL]) {
    const region = accountRegion(popup, account);
    await expect(region.getByRole('list', { name: 'Tags' })).toBeVisible();
    say(account === MAIL ? 'look up' : '', await wordsOf(region));
  }
}

async function tag(stage: Stage, popup: Page, say: Say): Promise<void> {
  await addTag(popup, MAIL, 'Webinar');
  await expect(popup.getByRole('status')).toContainText('Tagged Webinar');
  const tags = stage.sandbox.world.tagsOf(NEWSLETTER, ada.email);
  expect(tags).toContain('Webinar');
  say('tag', await wordsOf(popup.getByRole('status')));
  say('', `Octeth now has her tags as ${tags.join(', ')}`);
  await expect(
    accountRegion(popup, MAIL).getByRole('list', { name: 'Tags' }),
    'the card is read again',
  ).toContainText('Webinar');
}

async function trigger({ sandbox }: Stage, popup: Page, say: Say): Promise<void> {
  await lookUp(popup, linus.email);
  await triggerJourney(popup, MAIL, 'Welcome series');
  await expect(popup.getByRole('status')).toContainText('Started Welcome series');
  expect(sandbox.world.journeysOf(NEWSLETTER, linus.email)).toHaveLength(1);
  say('trigger', await wordsOf(popup.getByRole('status')));
  say('', 'Octeth now has him in one journey');
}

/** The popup's page as large as its popup is on a desktop, with somebody in both accounts. */
async function portray(stage: Stage): Promise<void> {
  const page = await stage.extension.popupTab();
  await page.setViewportSize({ width: 380, height: 600 });
  await lookUp(page, ada.email);
  await expect(accountRegion(page, SCHOOL)).toContainText('Watercolour');
  // What was just done for somebody else is no part of her picture.
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await stage.picture(page, 'popup');
  await page.close();
}

/** Two people whose marks look different. */
async function meet(popup: Page): Promise<void> {
  await lookUp(popup, hardBounced.email);
  await expect(accountRegion(popup, SCHOOL)).toContainText('Bounced');
  await lookUp(popup, suppressed.email);
  await expect(accountRegion(popup, MAIL)).toContainText('Suppressed');
}

async function flag(stage: Stage, desk: Page, say: Say): Promise<void> {
  await desk.bringToFront();
  // Everybody is known by their standing as soon as the directory has been read.
  const marks = expect.poll(() => marksOn(desk), { timeout: 60_000 });
  await marks.toEqual(expect.arrayContaining(['attention', 'one', 'stop']));
  await marks.not.toContain('unknown');
  const kinds = await marksOn(desk);
  const counted = [...new Set(kinds)].map(
    (kind) => `${kinds.filter((each) => each === kind).length} ${kind}`,
  );
  say('flag', `${kinds.length} marks in the help desk: ${counted.join(', ')}`);
  await stage.picture(desk, 'flags');
}

async function openCard(stage: Stage, desk: Page, say: Say): Promise<void> {
  const link = desk.getByRole('link', { name: ada.email });
  // As a hand does: in more than one step.
  await link.hover({ position: { x: 10, y: 8 } });
  await link.hover({ position: { x: 30, y: 9 } });
  await expect.poll(async () => (await dialogOn(desk))?.words).toContain('Buyer');
  const card = await dialogOn(desk);
  say('', `on hover, the card of ${card?.name}: ${card?.words}`);
  await stage.picture(desk, 'card');
}

/** What is on the screen, in one line. */
const wordsOf = async (place: Locator): Promise<string> =>
  (await place.innerText()).split('\n').filter(Boolean).join(' · ');
