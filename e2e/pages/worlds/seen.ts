/** What a page is, as a script of its own could see it, without the one element we add. */
import type { Page } from '../../harness.ts';

export interface Seen {
  /** Its whole tree, open roots and frames of its own included. */
  tree: string;
  /** Where every some element lies and how far each can be scrolled. */
  boxes: string[];
  /** Children of the document's element besides head and body. */
  guests: number;
}

export const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const EACH = 3;
    const { documentElement: all, head, body } = document;
    const roots: string[] = [];
    const boxes: string[] = [];
    const elements = [...all.querySelectorAll('head, body, head *, body *')];
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
      const sizes = [x, y, width, height, scrollLeft, scrollTop, scrollWidth, scrollHeight];
      return `${element.tagName} ${sizes.join(' ')}`;
    };
    boxes.push(boxOf(all), boxOf(body));
    for (const [index, element] of elements.entries()) {
      const inner = element.shadowRoot;
      if (inner) roots.push(inner.innerHTML);
      if (inner) for (const each of inner.querySelectorAll('*')) boxes.push(boxOf(each));
      if (index % EACH === 0) boxes.push(boxOf(element));
      if (element instanceof HTMLIFrameElement) {
        roots.push(element.contentDocument?.body.outerHTML ?? '');
      }
    }
    const own = (all.cloneNode() as Element).outerHTML; // a clone is of its original's kind
    return {
      tree: [own, head.outerHTML, body.outerHTML, ...roots].join('\n'),
      boxes,
      guests: all.children.length - 2,
    };
  });

/** Where two views of a page differ first, in a few words; null where they do not. */
export function firstDifference(one: Seen, other: Seen): string | null {
  if (one.tree !== other.tree) {
    let at = 0;
    while (one.tree[at] === other.tree[at]) at += 1;
    const near = ({ tree }: Seen) => tree.slice(Math.max(0, at - 40), at + 80);
    return `tree: ${near(one)} | ${near(other)}`;
  }
  const at = one.boxes.findIndex((box, index) => box !== other.boxes[index]);
  return at < 0 ? null : `box: ${one.boxes[at]} | ${other.boxes[at]}`;
}
