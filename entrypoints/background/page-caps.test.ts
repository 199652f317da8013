import { expect, test } from 'vitest';
import { failureOf } from '@/lib/failure';
import { sayFailure } from '@/lib/failure-words';
import { createPageCaps, PAGE_CAPS } from './page-caps';

type Call = keyof typeof PAGE_CAPS;

/** What the page is told: nothing where it may ask. */
function refusalOf(caps: ReturnType<typeof createPageCaps>, tabId: number, call: Call) {
  try {
    caps.count(tabId, call);
    return null;
  } catch (error) {
    return failureOf(error, 'test');
  }
}

test('a tab that asks too often is refused until a minute has passed', () => {
  let now = 1_000_000;
  const caps = createPageCaps(() => now);
  for (let asked = 0; asked < PAGE_CAPS.peek; asked += 1) caps.count(1, 'peek');
  expect(refusalOf(caps, 1, 'peek')).not.toBeNull();
  now += 60_001;
  expect(refusalOf(caps, 1, 'peek')).toBeNull();
});

test('law 3: what our own cap refuses is not blamed on a server', () => {
  const caps = createPageCaps(() => 5);
  for (let asked = 0; asked < PAGE_CAPS.peek; asked += 1) caps.count(1, 'peek');
  const failure = refusalOf(caps, 1, 'peek');
  const { what, next } = sayFailure(failure ?? { kind: 'broken', where: 'test' });
  expect(what).toBe('Too many cards were opened on this page in a minute; wait a moment.');
  expect(next).toBeNull();
});

test('one tab does not use up the share of another, nor one call that of another', () => {
  const caps = createPageCaps(() => 5);
  for (let asked = 0; asked < PAGE_CAPS.open; asked += 1) caps.count(1, 'open');
  expect(refusalOf(caps, 1, 'open')).not.toBeNull();
  expect(refusalOf(caps, 2, 'open')).toBeNull();
  expect(refusalOf(caps, 1, 'peek')).toBeNull();
});
