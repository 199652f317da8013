import { describe, expect, test, vi } from 'vitest';
import type { Crm } from '../crm/crm';
import type { EmailAddress } from '../people/address';
import type { Findings } from '../people/findings';
import { createMemoryArea } from '../storage/testing/memory-area';
import type { Directory } from './directory';
import { createLookups } from './lookups';

const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const ada = 'ada@lovelace.dev' as EmailAddress; // Already folded.
const bob = 'bob@lovelace.dev' as EmailAddress; // Already folded.
const place = { id: '1', name: 'Newsletter' };
const blank = { account, profiles: [], walk: null, failure: null };
const absent: Findings = { ...blank, at: 1, places: [{ place, outcome: 'absent' }] };

function setUp(find: Crm['find'] = async () => absent) {
  const clock = { now: 1_000_000 };
  const session = createMemoryArea();
  const asked = vi.fn(find);
  const remember = vi.fn(async () => undefined);
  const start = () =>
    createLookups({
      crmOf: async () => ({ find: asked }) as unknown as Crm, // Look-ups ask for nothing else.
      directory: async () => ({ remember }) as unknown as Directory, // Nor here.
      session,
      now: () => clock.now,
    });
  return { lookups: start(), start, asked, remember, clock };
}

const ask = (address = ada, fresh = false) => ({ accountId: 'a', address, fresh });

describe('identical look-ups', () => {
  test('in flight are one request', async () => {
    const { lookups, asked } = setUp();
    await Promise.all([lookups.lookUp(ask()), lookups.lookUp(ask()), lookups.lookUp(ask(bob))]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('within a minute are answered from memory, by the next worker too', async () => {
    const { lookups, start, asked, clock } = setUp();
    await lookups.lookUp(ask());
    clock.now += 59_000;
    expect(await start().lookUp(ask())).toEqual(absent);
    expect(asked).toHaveBeenCalledTimes(1);
    clock.now += 1_000;
    await lookups.lookUp(ask());
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('law 3: what a clock that was set back calls yet to come is asked anew', async () => {
    const { lookups, asked, clock } = setUp();
    await lookups.lookUp(ask());
    clock.now -= 3_600_000;
    await lookups.lookUp(ask());
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('a fresh one asks the server whatever is remembered', async () => {
    const { lookups, asked } = setUp();
    await lookups.lookUp(ask());
    await lookups.lookUp(ask(ada, true));
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('a click does not wait for what a page asked for, a page does for a click', async () => {
    const { lookups, asked } = setUp();
    const fromPage = { ...ask(), urgency: 'background' as const };
    await Promise.all([lookups.lookUp(fromPage), lookups.lookUp(ask()), lookups.lookUp(fromPage)]);
    expect(asked.mock.calls.map(([, { urgency }]) => urgency)).toEqual(['background', 'click']);
  });

  test('after a write asks the server again', async () => {
    const { lookups, asked } = setUp();
    await lookups.lookUp(ask());
    await lookups.lookUp(ask(bob));
    await lookups.forget('a', ada);
    await lookups.lookUp(ask());
    await lookups.lookUp(ask(bob));
    expect(asked).toHaveBeenCalledTimes(3);
  });
});

describe('what is not settled is not remembered', () => {
  const failure = { kind: 'timeout', host: 'mail.test' } as const;
  const unsettled: [string, Findings][] = [
    ['a failed account', { ...absent, failure }],
    ['a failed list', { ...absent, places: [{ place, outcome: 'failed', failure }] }],
    ['a walk on its way', { ...absent, walk: { passed: 400, complete: false } }],
  ];
  test.each(unsettled)('%s', async (_, findings) => {
    const { lookups, asked } = setUp(async () => findings);
    await lookups.lookUp(ask());
    await lookups.lookUp(ask());
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

test('what was found goes into the directory', async () => {
  const { lookups, remember } = setUp();
  await lookups.lookUp(ask());
  expect(remember).toHaveBeenCalledWith(ada, absent);
});

test('memory is bounded: the oldest of many look-ups is asked again', async () => {
  const { lookups, asked, clock } = setUp();
  for (let person = 0; person <= 50; person += 1) {
    clock.now += 1;
    await lookups.lookUp(ask(`p${person}@x.dev` as EmailAddress)); // Already folded.
  }
  asked.mockClear();
  await lookups.lookUp(ask('p50@x.dev' as EmailAddress)); // Already folded.
  expect(asked).toHaveBeenCalledTimes(0);
  await lookups.lookUp(ask('p0@x.dev' as EmailAddress)); // Already folded.
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a removed account leaves nothing behind', async () => {
  const { lookups, asked } = setUp();
  await lookups.lookUp(ask());
  await lookups.forgetAccount('a');
  await lookups.lookUp(ask());
  expect(asked).toHaveBeenCalledTimes(2);
});

test('law 3: a look-up begun before a write is neither joined after it nor remembered', async () => {
  const before = Promise.withResolvers<Findings>();
  const answers = [before.promise, Promise.resolve({ ...absent, at: 2 })];
  const { lookups, asked, remember } = setUp(async () => (await answers.shift()) ?? absent);
  const slow = lookups.lookUp(ask());
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await lookups.forget('a', ada);
  expect(await lookups.lookUp(ask())).toHaveProperty('at', 2);
  before.resolve(absent);
  await slow;
  expect(await lookups.lookUp(ask())).toHaveProperty('at', 2);
  expect(remember).toHaveBeenCalledTimes(1);
});

test('what was found reaches the screen although the directory cannot keep it', async () => {
  const { lookups, remember } = setUp();
  remember.mockRejectedValue(new Error('disk full'));
  expect(await lookups.lookUp(ask())).toEqual(absent);
});
