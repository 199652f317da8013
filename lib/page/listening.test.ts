// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createListening } from './listening';

const heard = new Map<Node, MutationObserverInit>();
const observer: MutationObserver = {
  observe: (node, options = {}) => void heard.set(node, options),
  disconnect: () => heard.clear(),
  takeRecords: () => [],
};

beforeEach(() => {
  heard.clear();
  document.body.innerHTML =
    '<p id="beside">1</p><ul><li id="before">2</li><li id="hot">3</li></ul><p id="after">4</p>';
});

afterEach(() => vi.unstubAllGlobals());

const at = (id: string): Element => document.getElementById(id) as Element; // it is there
const textOf = (id: string): Node => at(id).firstChild as Node; // it holds one

/** As the platform tells: of what is observed itself, or lies in what is observed with all in it. */
function isHeard(kind: 'childList' | 'characterData', target: Node): boolean {
  for (let node: Node | null = target; node; node = node.parentNode) {
    const options = heard.get(node);
    if (options?.[kind] && (node === target || options.subtree)) return true;
  }
  return false;
}

function listen() {
  const listening = createListening(observer);
  listening.add(document, true);
  return listening;
}

const came = (target: Node, addedNodes: Node[], removedNodes: Node[] = []): MutationRecord[] => [
  { target, addedNodes, removedNodes } as unknown as MutationRecord, // as much as is asked
];

test('all but what ticks is listened to', () => {
  const listening = listen();
  expect(listening.around(new Set([at('hot'), textOf('after')]))).toBe(true);
  expect(isHeard('childList', at('hot'))).toBe(false);
  expect(isHeard('characterData', textOf('hot'))).toBe(false);
  expect(isHeard('characterData', textOf('after'))).toBe(false);
  expect(isHeard('childList', at('after'))).toBe(true);
  for (const id of ['beside', 'before']) {
    expect(isHeard('characterData', textOf(id))).toBe(true);
    expect(isHeard('childList', at(id))).toBe(true);
  }
  for (const tag of ['ul', 'body', 'html', 'head']) {
    expect(isHeard('childList', document.querySelector(tag) as Element)).toBe(true); // there is one
  }
  expect(heard.get(at('hot'))?.attributeFilter).toEqual(['href']);
  listening.toAll();
  expect(isHeard('characterData', textOf('hot'))).toBe(true);
});

test('law 7: a shadow root that ticks is left out as a whole', () => {
  const root = at('hot').attachShadow({ mode: 'open' });
  root.innerHTML = '<b>6</b>';
  const listening = listen();
  listening.add(root, true);
  expect(listening.around(new Set([root]))).toBe(true);
  expect(isHeard('childList', root)).toBe(false);
  expect(isHeard('childList', at('beside'))).toBe(true);
});

test('what comes beside it later is listened to as well', () => {
  const listening = listen();
  listening.around(new Set([at('hot')]));
  const row = document.createElement('li');
  row.append('5');
  at('hot').before(row);
  expect(isHeard('characterData', row.firstChild as Text)).toBe(false);
  expect(listening.goOn(came(row.parentNode as Node, [row]))).toBe('goes on');
  expect(isHeard('characterData', row.firstChild as Text)).toBe(true);
});

test('it ends where what ticks is taken away, or what that is in', () => {
  const listening = listen();
  listening.around(new Set([textOf('hot')]));
  const list = at('hot').parentNode as Node; // it is in one
  expect(listening.goOn(came(list, [], [at('before')]))).toBe('goes on');
  expect(listening.goOn(came(list, [], [at('hot')]))).toBe('gone');
  expect(listening.goOn(came(document.body, [], [list]))).toBe('gone');
});

test('law 7: among thousands nobody is listened to, and neither where so many come', () => {
  const listening = listen();
  const rows = (): Node[] => Array.from({ length: 2_000 }, () => document.createElement('li'));
  listening.around(new Set([at('hot')]));
  expect(listening.goOn(came(at('hot').parentNode as Node, rows()))).toBe('too many');
  at('hot').after(...rows());
  expect(listening.around(new Set([at('hot')]))).toBe(false);
  expect(heard.size).toBe(0);
});

test('a tree that is out of the page for a moment is listened to once it is back', () => {
  const listening = listen();
  const host = at('beside');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<b>6</b>';
  listening.add(root, true);
  host.remove();
  listening.toAll();
  document.body.append(host);
  expect(isHeard('childList', root.firstChild as Element)).toBe(true);
});

test('trees that have gone for good are forgotten, however many a page makes', () => {
  const gone = new Set<Node>();
  const asked = vi.fn((node: Node) => (gone.has(node) ? undefined : node));
  vi.stubGlobal(
    'WeakRef',
    class {
      deref: () => Node | undefined;
      constructor(node: Node) {
        this.deref = () => asked(node);
      }
    },
  );
  const listening = listen();
  for (let count = 0; count < 1_500; count += 1) {
    const root = document.createElement('p').attachShadow({ mode: 'open' });
    gone.add(root);
    listening.add(root, false);
  }
  asked.mockClear();
  listening.toAll();
  expect([...heard.keys()]).toEqual([document]);
  expect(asked.mock.calls.length).toBeLessThan(1_000);
});

test('another tree is listened to whole', () => {
  const listening = listen();
  const root = at('beside').attachShadow({ mode: 'open' });
  root.innerHTML = '<b>6</b>';
  listening.add(root, true);
  listening.around(new Set([at('hot')]));
  expect(isHeard('childList', root.firstChild as Element)).toBe(true);
});
