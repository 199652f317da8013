/** The card over a page, as it is drawn and read out. */
import { expect, notable, type Extension, type Page } from '../harness.ts';
import { dialogOn, hiddenElements, marksOn } from '../harness/closed.ts';
import { flagEverywhere, spokenFocus } from './reading.ts';

const { ada, linus } = notable;

/** Two people on a page that is longer than the window. */
export const body = `<!doctype html><meta charset="utf-8"><title>Mail</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px; min-height: 3000px }</style>
  <button id="first">First</button><p>From ${ada.email} today</p><p>And ${linus.email} too</p>`;

export const cardName = (tab: Page) => async () => (await dialogOn(tab))?.name ?? null;
export const cardWords = (tab: Page) => async () => (await dialogOn(tab))?.words ?? '';

/** Where the card lies. */
export async function cornerOf(tab: Page): Promise<{ left: number; top: number }> {
  const [card] = (await hiddenElements(tab)).filter(({ attributes }) => attributes['role']);
  const [left = 0, top = 0] = (card?.attributes['style']?.match(/[\d.]+px/g) ?? []).map(parseFloat);
  return { left, top };
}

export async function openMail(extension: Extension, address: string): Promise<Page> {
  await flagEverywhere(extension);
  const tab = await extension.openPage(address);
  await expect.poll(async () => (await marksOn(tab)).length).toBe(2);
  return tab;
}

/** Steps to the first address in view and opens its card. */
export async function stepInto(extension: Extension, tab: Page): Promise<void> {
  await extension.pressCommand('next-flag', tab);
  await expect.poll(() => spokenFocus(tab)).toContain(' of ');
  await tab.keyboard.press('Enter');
}
