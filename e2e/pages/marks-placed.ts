/** Where marks lie, compared with where the page shows the text they belong to. */
import { hiddenElements, type Page } from '../harness.ts';

interface Line {
  left: number;
  right: number;
  bottom: number;
}

/** How far a mark may be off, in pixels: the browser rounds. */
const NEAR = 1.5;

/** The lines of this text that have no mark right under them; more marks than lines are told too. */
export async function misplaced(page: Page, texts: string[]): Promise<string[]> {
  const { lines, corner, zoom } = await page.evaluate((wanted) => {
    const host = document.documentElement.lastElementChild;
    const found: Record<string, { left: number; right: number; bottom: number }[]> = {};
    const look = (root: Node) => {
      const walker = document.createTreeWalker(
        root,
        NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      );
      for (let node: Node | null = root; node; node = walker.nextNode()) {
        if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
        if (!(node instanceof Text)) continue;
        for (const text of wanted) {
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
    const at = host?.getBoundingClientRect();
    return {
      lines: found,
      corner: { left: at?.left ?? 0, top: at?.top ?? 0 },
      zoom: host?.currentCSSZoom ?? 1,
    };
  }, texts);
  const marks = (await hiddenElements(page))
    .filter(({ name }) => name === 'I')
    .map(({ attributes }) => lineOf(attributes['style'] ?? '', corner, zoom));
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

function lineOf(style: string, corner: { left: number; top: number }, zoom: number): Line {
  const read = (name: string) =>
    Number(new RegExp(`${name}:\\s*(-?[\\d.e-]+)px`).exec(style)?.[1] ?? NaN) * zoom;
  const left = corner.left + read('left');
  return {
    left,
    right: left + read('width'),
    bottom: corner.top + read('top') + read('height'),
  };
}
