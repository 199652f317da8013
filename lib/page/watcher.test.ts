// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWatcher, QUANTUM_MS } from './watcher';

let hear: (records: unknown[]) => void = () => null;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = (): null => null;
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
  const changes = { onChange: vi.fn(), onTick: vi.fn(), onAll: vi.fn(), onHide: vi.fn() };
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
  function tick() {
    const text = new Text('price 0');
    document.body.replaceChildren(text);
    const changes = watch();
    hear(
      Array.from({ length: 200 }, () => ({
        type: 'characterData',
        target: text,
        addedNodes: [],
        removedNodes: [],
      })),
    );
    vi.advanceTimersByTime(QUANTUM_MS);
    changes.onTick.mockClear();
    return { text, changes };
  }

  test('law 7: numbers alone are not looked at', () => {
    const { changes } = tick();
    vi.advanceTimersByTime(10 * QUANTUM_MS);
    expect(changes.onTick).not.toHaveBeenCalled();
  });

  test('an address is, for as long as it is there and once more', () => {
    const { text, changes } = tick();
    text.data = 'ada@x.dev';
    vi.advanceTimersByTime(2 * QUANTUM_MS);
    expect(changes.onTick).toHaveBeenCalledTimes(2);
    text.data = 'price 1';
    vi.advanceTimersByTime(5 * QUANTUM_MS);
    expect(changes.onTick).toHaveBeenCalledTimes(3);
  });
});
