// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import type { Marker } from './marker';
import { createPointer, DWELL_MS } from './pointer';
import type { Rest } from './pointer';
import type { Box } from './surroundings';

const BOX: Box = { left: 0, top: 0, right: 90, bottom: 20 };
const OFF = 500;

let lifetime = new AbortController();
let rests: (Rest | null)[] = [];
/** Where the page shows its address just now, and what listens for somebody to rest on it. */
let shown: Box = BOX;
let listen: (isNeeded: boolean) => void = () => null;
let [link, hit] = setPage();

function setPage() {
  document.body.innerHTML = '<a href="mailto:ada@a.example">ada@a.example</a><p>Nobody</p>';
  const found = document.querySelector('a') as HTMLAnchorElement; // as written above
  const node = found.firstChild as Text; // as written above
  return [found, { node, address: foldAddress('ada@a.example'), start: 0, end: 13 }] as const;
}

beforeEach(() => {
  vi.useFakeTimers();
  lifetime = new AbortController();
  [rests, shown] = [[], BOX];
  [link, hit] = setPage();
  const marker: Pick<Marker, 'hitAt' | 'locate' | 'drawn'> = {
    hitAt: (x, y) => (isWithin(shown, x, y) ? hit : undefined),
    locate: () => [shown],
    drawn: () => [{ hit, boxes: [shown] }],
  };
  listen = createPointer(marker as Marker, (rest) => rests.push(rest), lifetime.signal);
  listen(true);
});
afterEach(() => {
  lifetime.abort();
  vi.useRealTimers();
});

const isWithin = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const forged = <Sent extends Event>(event: Sent, at = 0): Sent =>
  Object.defineProperty(event, 'timeStamp', { value: at });
/** As the browser sends it; what a page sends itself is not. */
const trusted = <Sent extends Event>(event: Sent, at = 0): Sent =>
  Object.defineProperty(forged(event, at), 'isTrusted', { value: true });

const bubbling = { bubbles: true, composed: true };
const move = (x: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent('pointermove', {
    ...{ ...bubbling, clientX: x, clientY: 5, screenX: x, screenY: 5 },
    ...{ pointerType: 'mouse', ...more },
  });
const tab = (): KeyboardEvent => new KeyboardEvent('keydown', { ...bubbling, key: 'Tab' });
const focus = (): FocusEvent => new FocusEvent('focusin', bubbling);
const dwell = (): unknown => vi.advanceTimersByTime(DWELL_MS);

describe('a pointer', () => {
  test('that really moved and came to rest on an address rests on it', () => {
    document.dispatchEvent(trusted(move(5)));
    expect(rests).toEqual([]);
    dwell();
    expect(rests).toEqual([{ hit, anchor: BOX, by: 'pointer' }]);
    document.dispatchEvent(trusted(move(OFF)));
    expect(rests.at(-1)).toBeNull();
  });

  test('is on nothing any more once the page goes away, not where a page says so', () => {
    document.dispatchEvent(trusted(move(5)));
    dwell();
    window.dispatchEvent(forged(new Event('pagehide')));
    expect(rests).toHaveLength(1);
    window.dispatchEvent(trusted(new Event('pagehide')));
    expect(rests.at(-1)).toBeNull();
  });

  test('that a page makes up rests on nothing, and takes nothing away', () => {
    document.dispatchEvent(forged(move(5)));
    dwell();
    expect(rests).toEqual([]);
    document.dispatchEvent(trusted(move(5)));
    document.dispatchEvent(forged(move(OFF)));
    dwell();
    expect(rests).toHaveLength(1);
    document.dispatchEvent(forged(move(OFF)));
    expect(rests).toHaveLength(1);
  });

  test('under which the page slides its text rests on nothing', () => {
    shown = { left: OFF, top: 0, right: OFF + 90, bottom: 20 };
    document.dispatchEvent(trusted(move(5)));
    shown = BOX;
    // What a browser sends where the page has moved, and the hand has not.
    document.dispatchEvent(trusted(move(5)));
    dwell();
    expect(rests).toEqual([]);
  });

  test('that only passes by, or is a finger, rests on nothing', () => {
    document.dispatchEvent(trusted(move(5)));
    document.dispatchEvent(trusted(move(OFF)));
    dwell();
    document.dispatchEvent(trusted(move(6, { pointerType: 'touch' })));
    dwell();
    expect(rests).toEqual([]);
  });
});

describe('a focus', () => {
  test('that a real Tab brought to a link rests on its address', () => {
    link.dispatchEvent(trusted(tab()));
    link.dispatchEvent(trusted(focus(), 10));
    dwell();
    expect(rests).toEqual([{ hit, anchor: BOX, by: 'focus' }]);
  });

  test.each<[string, Event, Event]>([
    ['behind a Tab that the page made up', forged(tab()), trusted(focus(), 10)],
    ['that the page made up', trusted(tab()), forged(focus(), 10)],
    ['that comes too long after a Tab', trusted(tab()), trusted(focus(), 301)],
  ])('%s rests on nothing', (_, key, focused) => {
    link.dispatchEvent(key);
    link.dispatchEvent(focused);
    dwell();
    expect(rests).toEqual([]);
  });

  test('is a Tab’s once: what the page focuses after it rests on nothing', () => {
    const elsewhere = document.querySelector('p');
    link.dispatchEvent(trusted(tab()));
    elsewhere?.dispatchEvent(trusted(focus(), 10));
    link.dispatchEvent(trusted(focus(), 20));
    dwell();
    expect(rests).toEqual([]);
  });
});

test('nothing is heard where there is nothing to rest on, nor after the end', () => {
  listen(false);
  document.dispatchEvent(trusted(move(5)));
  dwell();
  listen(true);
  lifetime.abort();
  document.dispatchEvent(trusted(move(6)));
  dwell();
  expect(rests).toEqual([]);
});
