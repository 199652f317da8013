// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWatcher, QUANTUM_MS } from './watcher';

let hear: (records: unknown[]) => void = () => null;
const observed = vi.fn<(node: Node) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  observed.mockClear();
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = observed;
      disconnect = (): null => null;
      constructor(callback: typeof hear) {
        hear = callback;
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch() {
  const changes = {
    ...{ onChange: vi.fn(), onTick: vi.fn(), onTicked: vi.fn() },
    ...{ onAll: vi.fn(), onHide: vi.fn() },
  };
  createWatcher(changes, new AbortController().signal)(document);
  return changes;
}

/** In one piece, as the platform tells of `innerHTML`. */
function grow(count: number): void {
  const addedNodes = Array.from({ length: count }, () => document.createElement('p'));
  const beside = { previousSibling: null, nextSibling: null };
  hear([{ type: 'childList', target: document.body, addedNodes, removedNodes: [], ...beside }]);
  vi.advanceTimersByTime(QUANTUM_MS);
}

test('new nodes are handed over', () => {
  const changes = watch();
  grow(3);
  const [nodes = []] = changes.onChange.mock.calls[0] ?? [];
  expect([...nodes]).toHaveLength(3);
});

test('law 7: many nodes that come at once are not gone through one by one', () => {
  const changes = watch();
  grow(6_000);
  expect(changes.onAll).toHaveBeenCalledOnce();
  expect(changes.onChange).not.toHaveBeenCalled();
  grow(1);
  expect(changes.onChange).toHaveBeenCalledOnce();
});

describe('of what ticks', () => {
  const rewrite = (target: Node, count = 200): void =>
    hear(
      Array.from({ length: count }, () => ({
        type: 'characterData',
        target,
        addedNodes: [],
        removedNodes: [],
      })),
    );
  function tick(beside: Node[] = []) {
    const text = new Text('price 0');
    const clock = document.createElement('b');
    clock.append(text);
    document.body.replaceChildren(clock, ...beside);
    const changes = watch();
    rewrite(text);
    vi.advanceTimersByTime(QUANTUM_MS);
    changes.onTick.mockClear();
    changes.onChange.mockClear();
    return { text, clock, changes };
  }

  test('law 7: numbers alone are not looked at', () => {
    const { changes } = tick();
    vi.advanceTimersByTime(10 * QUANTUM_MS);
    expect(changes.onTick).not.toHaveBeenCalled();
  });

  test('an address is within a second, then each quantum for as long as it is there and once more', () => {
    const { text, changes } = tick();
    text.data = 'ada@x.dev';
    vi.advanceTimersByTime(4 * QUANTUM_MS);
    expect(changes.onTick).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2 * QUANTUM_MS);
    expect(changes.onTick).toHaveBeenCalledTimes(3);
    text.data = 'price 1';
    vi.advanceTimersByTime(3 * QUANTUM_MS);
    expect(changes.onTick).toHaveBeenCalledTimes(4);
  });

  test('what a shadow root that ticks has held is said to have gone', () => {
    const changes = watch();
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    root.append('ada@x.dev');
    const replaced = { type: 'childList', target: root, previousSibling: null, nextSibling: null };
    const [addedNodes, removedNodes] = [[], [new Text('ada@x.dev')]];
    hear(Array.from({ length: 200 }, () => ({ ...replaced, addedNodes, removedNodes })));
    vi.advanceTimersByTime(QUANTUM_MS);
    expect(changes.onTick).toHaveBeenLastCalledWith(expect.anything(), true);
  });

  test('law 1: what an address beside it goes on in is looked at with it', () => {
    const word = document.createElement('i');
    word.append('ada@x.dev');
    const { changes } = tick([word]);
    vi.advanceTimersByTime(QUANTUM_MS);
    const [nodes = []] = changes.onTick.mock.calls[0] ?? [];
    expect([...nodes]).toContain(word);
  });

  test('an element that ticked is handed over at the end: nobody has heard what it lost', () => {
    const { clock, changes } = tick();
    vi.advanceTimersByTime(60_000);
    const childList = { type: 'childList', target: clock, previousSibling: null };
    const lost = { ...childList, nextSibling: null, addedNodes: [], removedNodes: [new Text('1')] };
    hear(Array.from({ length: 200 }, () => lost));
    vi.advanceTimersByTime(60_000);
    expect(changes.onTicked).toHaveBeenCalledOnce();
    expect(changes.onTicked).toHaveBeenCalledWith([clock]);
    expect(changes.onAll).not.toHaveBeenCalled();
  });

  test('where only more and more comes beside it, it is left out again as soon as it is heard', () => {
    const { text, changes } = tick();
    const rows = Array.from({ length: 2_100 }, () => document.createElement('p'));
    const beside = { previousSibling: null, nextSibling: null };
    const target = document.body;
    hear([{ type: 'childList', target, addedNodes: rows, removedNodes: [], ...beside }]);
    rewrite(text);
    vi.advanceTimersByTime(QUANTUM_MS);
    grow(1);
    vi.advanceTimersByTime(60_000);
    expect(changes.onAll).not.toHaveBeenCalled();
  });

  test('all else is heard of within a quantum, and nothing is read again at the end', () => {
    const { changes } = tick();
    grow(1);
    expect(changes.onChange).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(60_000);
    expect(changes.onAll).not.toHaveBeenCalled();
  });

  test('what never ends is asked less and less whether it still ticks', () => {
    const { text } = tick();
    const whole = () => observed.mock.calls.filter(([node]) => node === document).length;
    const asked: number[] = [];
    for (let second = 1; second <= 70; second += 1) {
      const before = whole();
      vi.advanceTimersByTime(1_000);
      // Listening to a page of which something is left out begins with the document too.
      if (whole() === before) continue;
      asked.push(second);
      rewrite(text);
      vi.advanceTimersByTime(QUANTUM_MS);
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(6);
  });

  test('where it is taken away everything is listened to at once, and the next time nobody for a while', () => {
    const { clock, changes } = tick();
    const other = new Text('price 1');
    const childList = { type: 'childList', target: document.body, previousSibling: null };
    const replaced = {
      ...childList,
      nextSibling: null,
      addedNodes: [other],
      removedNodes: [clock],
    };
    document.body.replaceChildren(other);
    observed.mockClear();
    hear([replaced]);
    expect(observed.mock.calls.map(([node]) => node === document)).toEqual([true]);
    vi.advanceTimersByTime(QUANTUM_MS);
    rewrite(other);
    vi.advanceTimersByTime(QUANTUM_MS);
    expect(changes.onAll).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(changes.onAll).toHaveBeenCalledOnce();
  });

  test('taken away long ago it makes nobody deaf to what is around another', () => {
    const { clock, changes } = tick();
    const other = new Text('price 1');
    const beside = { previousSibling: null, nextSibling: null };
    const [addedNodes, removedNodes] = [[other], [clock]];
    document.body.replaceChildren(other);
    hear([{ type: 'childList', target: document.body, addedNodes, removedNodes, ...beside }]);
    vi.advanceTimersByTime(10_000);
    rewrite(other);
    vi.advanceTimersByTime(60_000);
    expect(changes.onAll).not.toHaveBeenCalled();
  });
});
