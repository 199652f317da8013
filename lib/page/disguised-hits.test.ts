// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDisguised } from './disguised-hits';
import { piecesOf } from './parts';

let idle: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  idle = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
  // The simulated page has no paths: here the texts are handed over as they are.
  document.evaluate = ((_: string, root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node);
    return { snapshotLength: texts.length, snapshotItem: (index: number) => texts[index] };
  }) as unknown as Document['evaluate'];
  vi.stubGlobal('XPathResult', { ORDERED_NODE_SNAPSHOT_TYPE: 7 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function found(html: string): string[] {
  document.body.innerHTML = html;
  const disguised = createDisguised(
    { hitsOf: () => [], piecesOf },
    () => null,
    new AbortController().signal,
  );
  disguised.consider();
  vi.advanceTimersByTime(10_000);
  for (let work = idle.shift(); work; work = idle.shift()) work();
  return disguised.all().map(({ address }) => address);
}

test('text right in a large element is read', () => {
  const large = '<i></i>'.repeat(50) + `<div>${'<i></i>'.repeat(5_000)}</div>`;
  expect(found(`<pre>Mail: ada [at] example.com\n${large}</pre>`)).toEqual(['ada@example.com']);
});

test('law 1: what goes on in the element beside is no address', () => {
  expect(found('<p><b>john.</b>doe [at] example.com</p>')).toEqual([]);
  expect(found('<p>john [at] example.co<b>m</b></p>')).toEqual([]);
});
