/** What is drawn on a page, which no script of the page's can see. */
import { linesIn, linesOfTexts, withoutMark } from '../pages/marks-placed.ts';
import { expect } from './harness.ts';
import type { Tab } from './tab.ts';

/** The kinds of the marks: `one`, `stop`, `absent`… */
export const marksOn = async (tab: Tab): Promise<string[]> =>
  (await tab.inClosedRoots(kindsIn)).flat();

/** Until everybody is known by their standing: the directory has been read. */
export async function areKnown(tab: Tab): Promise<void> {
  await expect.poll(() => marksOn(tab)).toEqual(expect.arrayContaining(['one', 'stop', 'pending']));
  await expect.poll(() => marksOn(tab)).not.toContain('unknown');
}

/** Each line of these texts has a mark right under it. */
export const areUnder = (tab: Tab, ...texts: string[]) =>
  expect
    .poll(async () => {
      const lines = await tab.run(linesOfTexts, texts);
      return withoutMark(texts, lines, (await tab.inClosedRoots(linesIn)).flat());
    })
    .toEqual([]);

/** The middle of a text's first line. */
export async function middleOf(tab: Tab, text: string): Promise<{ x: number; y: number }> {
  const [line] = (await tab.run(linesOfTexts, [text]))[text] ?? [];
  if (!line) throw new Error(`The page does not say ${text}`);
  return { x: (line.left + line.right) / 2, y: line.bottom - 8 };
}

/** The card as it is named and what it says; null where there is none. */
export async function cardOn(tab: Tab): Promise<{ name: string; words: string } | null> {
  return (await tab.inClosedRoots(cardIn)).find((card) => card !== null) ?? null;
}

/** Whose address the keyboard has stepped to. */
export async function ringOn(tab: Tab): Promise<string | null> {
  return (await tab.inClosedRoots(ringIn)).find((name) => name !== null) ?? null;
}

const kindsIn = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll('g')].map((mark) => mark.getAttribute('class') ?? '');

const cardIn = (root: ShadowRoot) => {
  const dialog = root.querySelector('[role=dialog]');
  // What it says is no text of the document, which a page might search.
  const said = [...(dialog?.querySelectorAll('[data-said]') ?? [])];
  const words = said.map((each) => each.getAttribute('data-said')).join(' ');
  return dialog && { name: dialog.ariaLabel ?? '', words };
};

const ringIn = (root: ShadowRoot): string | null =>
  root.activeElement?.ariaHasPopup === 'dialog' ? root.activeElement.ariaLabel : null;
