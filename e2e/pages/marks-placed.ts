/** Where marks lie, compared with where the page shows the text they belong to. */
import { expect, type Extension, type Page } from '../harness.ts';
import { inClosedRoots } from '../harness/closed.ts';
import { inkUnder } from './reading.ts';

export const page = (
  body: string,
  style = '',
) => `<!doctype html><meta charset="utf-8"><title>Page</title>
  <style>body { font: 16px/2 sans-serif; margin: 20px } ${style}</style>${body}`;

export const rows = (name: string, count: number) =>
  Array.from({ length: count }, (_, row) => `<p>${name}${row}@a.example</p>`).join('');

export const areOn = (tab: Page, ...texts: string[]) =>
  expect.poll(() => misplaced(tab, texts), { message: texts.join() }).toEqual([]);

export const isHidden = (extension: Extension, tab: Page, text: string) =>
  expect.poll(() => inkUnder(tab, text, extension), { message: text }).toBe('none');

interface Line {
  left: number;
  right: number;
  bottom: number;
}

/** How far a mark may be off, in pixels: the browser rounds. */
const NEAR = 1.5;

/** The lines of this text that have no mark right under them; more marks than lines are told too. */
export async function misplaced(page: Page, texts: string[]): Promise<string[]> {
  const lines = await page.evaluate(linesOfTexts, texts);
  const marks = (await inClosedRoots(page, linesIn)).flat();
  return withoutMark(texts, lines, marks);
}

type LinesOfTexts = Record<string, Line[]>;

export function withoutMark(texts: string[], lines: LinesOfTexts, marks: Line[]): string[] {
  const isUnder = (line: Line) =>
    marks.some(
      (mark) =>
        Math.abs(mark.left - line.left) < NEAR &&
        Math.abs(mark.right - line.right) < NEAR &&
        mark.bottom > line.bottom - NEAR &&
        mark.bottom < line.bottom + 4,
    );
  return texts.flatMap((text) => {
    const own = lines[text] ?? [];
    if (own.length === 0) return [`${text}: not there`];
    return own.filter((line) => !isUnder(line)).map((line) => `${text}: ${JSON.stringify(line)}`);
  });
}

/** Runs in the page: where it shows these texts, open roots too. */
export function linesOfTexts(texts: string[]): LinesOfTexts {
  const found: LinesOfTexts = {};
  const look = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
      if (!(node instanceof Text)) continue;
      for (const text of texts) {
        const start = node.data.indexOf(text);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        const rects = [...range.getClientRects()];
        if (rects.length === 0) continue; // told to a script alone
        found[text] = rects.map(({ left, right, bottom }) => ({ left, right, bottom }));
      }
    }
  };
  look(document.body);
  return found;
}

/** Runs in our root: where the browser itself says that the lines of marks are, whatever the page does to them. */
export function linesIn(root: ParentNode): Line[] {
  return [...root.querySelectorAll<SVGPathElement>('path:not([class])')].flatMap((path) => {
    const toScreen = path.getScreenCTM() ?? undefined;
    const onScreen = (x: unknown, y: unknown) =>
      new DOMPoint(Number(x), Number(y)).matrixTransform(toScreen);
    const lines =
      path.getAttribute('d')?.matchAll(/M(-?[\d.e-]+) (-?[\d.e-]+)H(-?[\d.e-]+)/g) ?? [];
    return [...lines].map(([, left, bottom, right]) => {
      const end = onScreen(right, bottom);
      return { left: onScreen(left, bottom).x, right: end.x, bottom: end.y };
    });
  });
}
