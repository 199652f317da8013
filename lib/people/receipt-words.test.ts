import { describe, expect, test } from 'vitest';
import { accountOf, addressOf, type Intent } from './intent';
import type { Receipt, WriteState } from './receipt';
import { sayDoing, sayReceipt } from './receipt-words';
import { ALL_INTENTS, ANY_INTENT } from './testing/intents';

const states: WriteState[] = ['planned', 'sent', 'done', 'refused', 'unknown'];

function receipt(intent: Intent, state: WriteState, more: Partial<Receipt> = {}): Receipt {
  const blank = { failure: null, retryAt: null, undoes: null, undone: false };
  return { id: 'r', intent, state, at: 0, ...blank, ...more };
}

describe('law 2: every outcome names its account, list and person', () => {
  const cases = ALL_INTENTS.flatMap((intent) => states.map((state) => ({ intent, state })));

  test.each(cases)('$intent.kind $state', ({ intent, state }) => {
    const { title, message } = sayReceipt(receipt(intent, state));
    const account = accountOf(intent);
    const where = account.system === 'octeth' ? 'Acme Mail · Newsletter' : 'Acme School';
    expect(message).toMatch(new RegExp(`${where}(?:$|\\.)`));
    if (addressOf(intent) !== null) expect(message).toContain(`ada@lovelace.dev in ${where}`);
    expect(title).not.toMatch(/undefined|null|\[object|  /);
    expect(sayDoing(intent)).toMatch(/^[A-Z][a-z]+ing\b/);
  });
});

test.each<[Intent, string]>([
  [ANY_INTENT['exit-journey'], 'Exited Welcome'],
  [ANY_INTENT.update, 'Changed the address to ada@byron.dev, Size'],
  [ANY_INTENT.unsubscribe, 'Unsubscribed'],
  [{ ...ANY_INTENT.unsubscribe, suppress: true }, 'Unsubscribed from every list'],
  [ANY_INTENT.confirm, 'Confirmed the opt-in'],
  [ANY_INTENT.enrol, 'Enrolled in Latin'],
  [ANY_INTENT.unenrol, 'Removed from Latin'],
  [{ ...ANY_INTENT.unenrol, only: '91' }, 'Removed from Latin (the enrolment made here)'],
  [ANY_INTENT.join, 'Added to Readers'],
  [ANY_INTENT.leave, 'Removed from Readers'],
  [ANY_INTENT.cancel, 'Cancelled Pro as of the end of its period'],
  [{ ...ANY_INTENT.cancel, when: 'now' }, 'Cancelled Pro at once'],
  [ANY_INTENT.delete, 'Deleted'],
  [ANY_INTENT['create-tag'], 'Created tag Gold'],
  [ANY_INTENT['rename-tag'], 'Renamed tag VIP to Gold'],
  [ANY_INTENT['delete-tag'], 'Deleted tag VIP'],
  [ANY_INTENT['create-field'], 'Created field Size'],
  [ANY_INTENT['rename-field'], 'Renamed field Size to Shoe size'],
  [ANY_INTENT['delete-field'], 'Deleted field Size'],
])('law 3: what was done is told as what it is: %#', (intent, title) => {
  expect(sayReceipt(receipt(intent, 'done')).title).toBe(title);
});

test('law 3: what ended at once is not told as ending with its period', () => {
  const { cancel } = ANY_INTENT;
  const atOnce = sayReceipt(receipt({ ...cancel, ended: 'now' }, 'done'));
  expect(atOnce.title).toBe('Cancelled Pro at once');
  expect(atOnce.message).toContain('It ended at once: this server knows no other way.');
  const wanted = sayReceipt(receipt({ ...cancel, when: 'now', ended: 'now' }, 'done'));
  expect(wanted.message).not.toContain('no other way');
  const untold = sayReceipt(receipt({ ...cancel, ended: 'untold' }, 'done'));
  expect(untold.title).toBe('Cancelled Pro');
  expect(untold.message).toContain('When it ends could not be read');
});

test.each(['now', 'period-end'] as const)(
  'law 3: of what was over already, how it ended is not made ours: %s',
  (when) => {
    const words = sayReceipt(receipt({ ...ANY_INTENT.cancel, when }, 'done', { already: true }));
    expect(words.title).toBe('Cancelled Pro already');
    expect(words.message).toContain('Nothing was sent.');
  },
);

test('law 3: only a done write is told as done', () => {
  const { tag } = ANY_INTENT;
  const titles = states.map((state) => sayReceipt(receipt(tag, state)).title);
  expect(titles).toEqual([
    'Waiting to tag VIP',
    'Waiting to tag VIP',
    'Tagged VIP',
    'Could not tag VIP',
    'Not certain: tagging VIP',
  ]);
});

test('a write that waits says the minute in which the wait is over, as failures do', () => {
  const at = new Date(2026, 0, 1, 14, 3, 20).getTime();
  const { tag } = ANY_INTENT;
  expect(sayReceipt(receipt(tag, 'planned', { retryAt: at })).message).toMatch(/sent at .*04/);
});

test('law 3: of what was so before it is said that looking cannot tell', () => {
  const trigger = ANY_INTENT['trigger-journey'];
  const { message } = sayReceipt(receipt(trigger, 'unknown', { wasSo: true, rereadAt: 1 }));
  expect(message).toMatch(/in it before, so looking cannot tell\. Check in Octeth/);
  expect(message).not.toMatch(/not seen|Check again/);
});

test('law 3: that a doubtful write was looked for is said only where it was', () => {
  const { tag } = ANY_INTENT;
  const at = new Date(2026, 0, 1, 14, 4, 50).getTime();
  expect(sayReceipt(receipt(tag, 'unknown')).message).toMatch(/not be looked for yet/);
  const looked = sayReceipt(receipt(tag, 'unknown', { rereadAt: at })).message;
  expect(looked).toMatch(/Looked for at .*04.* and not seen/);
});

test('law 3: what was so already is not told as our doing', () => {
  const already = receipt(ANY_INTENT.tag, 'done', { already: true });
  expect(sayReceipt(already)).toEqual({
    title: 'Tagged VIP already',
    message: 'ada@lovelace.dev in Acme Mail · Newsletter. Nothing was sent.',
  });
});
