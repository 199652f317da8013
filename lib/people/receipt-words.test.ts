import { describe, expect, test } from 'vitest';
import type { EmailAddress } from './address';
import type { Intent, Receipt, WriteState } from './intent';
import { sayReceipt } from './receipt-words';

const account = { id: 'a1', name: 'Acme Mail', system: 'octeth' as const };
const address = 'ada@lovelace.dev' as EmailAddress; // Already folded.
const place = { id: '1', name: 'Newsletter' };
const target = { account, place, profileId: '9', address };

const intents: Intent[] = [
  { kind: 'tag', target, tag: { id: '4', name: 'VIP' } },
  { kind: 'untag', target, tag: { id: '4', name: 'VIP' } },
  { kind: 'trigger-journey', target, journey: { id: '7', name: 'Welcome' } },
  { kind: 'leave-journey', target, journey: { id: '7', name: 'Welcome' } },
  {
    kind: 'add',
    person: {
      account,
      place,
      address,
      firstName: '',
      lastName: '',
      standing: 'pending',
      ipAddress: null,
    },
  },
];
const states: WriteState[] = ['planned', 'sent', 'done', 'refused', 'unknown'];

function receipt(intent: Intent, state: WriteState, more: Partial<Receipt> = {}): Receipt {
  const blank = { failure: null, retryAt: null, undoes: null, undone: false };
  return { id: 'r', intent, state, at: 0, ...blank, ...more };
}

describe('law 2: every outcome names its account, list and person', () => {
  const cases = intents.flatMap((intent) => states.map((state) => ({ intent, state })));

  test.each(cases)('$intent.kind $state', ({ intent, state }) => {
    const { title, message } = sayReceipt(receipt(intent, state));
    expect(message).toContain('ada@lovelace.dev in Acme Mail · Newsletter');
    expect(title).not.toMatch(/undefined|null/);
  });
});

test('law 3: only a done write is told as done', () => {
  const tag = intents[0] as Intent; // The list above is not empty.
  const titles = states.map((state) => sayReceipt(receipt(tag, state)).title);
  expect(titles).toEqual([
    'Waiting to tag VIP',
    'Waiting to tag VIP',
    'Tagged VIP',
    'Could not tag VIP',
    'Not certain: Tagged VIP',
  ]);
});

test('a write that waits says the minute in which the wait is over, as failures do', () => {
  const at = new Date(2026, 0, 1, 14, 3, 20).getTime();
  const tag = intents[0] as Intent; // The list above is not empty.
  expect(sayReceipt(receipt(tag, 'planned', { retryAt: at })).message).toMatch(/sent at .*04/);
});

test('law 3: of what was so before it is said that looking cannot tell', () => {
  const trigger = intents[2] as Intent; // The list above is not empty.
  const { message } = sayReceipt(receipt(trigger, 'unknown', { wasSo: true, rereadAt: 1 }));
  expect(message).toMatch(/in it before, so looking cannot tell\. Check in Octeth/);
  expect(message).not.toMatch(/not seen|Check again/);
});

test('law 3: that a doubtful write was looked for is said only where it was', () => {
  const tag = intents[0] as Intent; // The list above is not empty.
  const at = new Date(2026, 0, 1, 14, 4, 50).getTime();
  expect(sayReceipt(receipt(tag, 'unknown')).message).toMatch(/not be looked for yet/);
  const looked = sayReceipt(receipt(tag, 'unknown', { rereadAt: at })).message;
  expect(looked).toMatch(/Looked for at .*04.* and not seen/);
});

test('law 3: what was so already is not told as our doing', () => {
  const [tag] = intents;
  const already = tag && sayReceipt(receipt(tag, 'done', { already: true }));
  expect(already).toEqual({
    title: 'Tagged VIP already',
    message: 'ada@lovelace.dev in Acme Mail · Newsletter. Nothing was sent.',
  });
});
