import { describe, expect, test } from 'vitest';
import { answerOf } from '../../people/findings';
import { foldAddress } from '../../people/address';
import { absent, startSandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethAccount, octethOn } from '../testing/fakes';
import { CUSTOMERS, DIALECTS, person, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s dialect: looking somebody up', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('somebody on two of three lists has two profiles, each with its own standing', async () => {
    const findings = await octeth.crm().find(person('ada'), CLICK);
    expect(findings.failure).toBeNull();
    expect(findings.places.map(({ outcome }) => outcome)).toEqual(['found', 'found', 'absent']);
    expect(findings.profiles.map(({ place, standings }) => [place?.name, standings])).toEqual([
      ['Newsletter', ['subscribed']],
      ['Customers', ['unsubscribed']],
    ]);
    expect(findings.profiles[0]?.name).toBe('Ada Lovelace');
    expect(findings.profiles[0]?.tags.map(({ name }) => name)).toEqual(['VIP', 'Trial']);
    expect(findings.profiles[0]?.journeys).toMatchObject([
      { id: '7', name: 'Welcome series', state: 'active' },
    ]);
  });

  test('the customers list keeps its own standing apart from the newsletter’s', async () => {
    const findings = await octeth.crm().find(person('everywhere'), CLICK);
    const customers = findings.profiles.find(({ place }) => place?.id === CUSTOMERS.id);
    expect(customers?.standings).toEqual(['pending']);
  });

  test('with several lists only where she is costs a limited call', async () => {
    await octeth.crm().find(person('linus'), CLICK);
    expect(octeth.sent('subscriber.exists')).toHaveLength(3);
    expect(octeth.sent('subscriber.get')).toHaveLength(1);
  });

  test('with one list it is one request for somebody who is not there', async () => {
    const account = octethAccount(octeth.sandbox);
    const [newsletter] = account.lists;
    const lists = newsletter ? [newsletter] : [];
    const crm = octeth.crm({ account: { ...account, lists } });
    const findings = await crm.find(foldAddress(absent.nobody), CLICK);
    expect(answerOf(findings)).toBe('absent');
    expect(octeth.asked()).toEqual(['subscriber.get']);
  });

  test('a server without subscriber.exists is asked by subscriber.get', async () => {
    const older = await startSandbox({ dialect, lacks: ['subscriber.exists'] });
    try {
      const findings = await octethOn(older).find(person('linus'), CLICK);
      expect(findings.places.map(({ outcome }) => outcome)).toEqual(['found', 'absent', 'absent']);
    } finally {
      await older.close();
    }
  });

  test('a server that answers everything with a page is not taken for one without a command', async () => {
    octeth.sandbox.break({ do: 'html' });
    const findings = await octeth.crm().find(person('linus'), CLICK);
    expect(findings.failure).toMatchObject({ kind: 'web-page' });
    expect(answerOf(findings)).toBe('failed');
  });

  test.each([
    ['pending', 'pending'],
    ['unsubscribed', 'unsubscribed'],
    ['optOutPending', 'leaving'],
    ['softBounced', 'soft-bounced'],
    ['hardBounced', 'hard-bounced'],
    ['suppressed', 'suppressed'],
  ] as const)('law 6: %s is told as %s', async (name, standing) => {
    const findings = await octeth.crm().find(person(name), CLICK);
    expect(findings.profiles[0]?.standings[0]).toBe(standing);
  });

  test('law 1: an answer about somebody else is a failure, never a person', async () => {
    const other = {
      Success: true,
      ErrorCode: 0,
      SubscriberInformation: {
        SubscriberID: 1,
        EmailAddress: `x${person('ann')}`,
        SubscriptionStatus: 'Subscribed',
      },
      SubscriberTags: [],
      Suppressed: false,
    };
    octeth.sandbox.break({ command: 'subscriber.get', do: { replace: JSON.stringify(other) } });
    const findings = await octeth.crm().find(person('ann'), CLICK);
    expect(findings.profiles).toEqual([]);
    expect(findings.places[0]).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'changed-shape' },
    });
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('law 1: an address stored in capitals is the same address', async () => {
    const findings = await octeth.crm().find(person('upperCase'), CLICK);
    expect(findings.profiles[0]?.address).toBe('Margaret.Hamilton@Apollo.Example');
  });

  test('law 3: one list that fails hides no other, and nobody is said to be absent', async () => {
    const nobody = foldAddress(absent.nobody);
    octeth.sandbox.break({ command: 'subscriber.exists', do: 'empty', times: 1 });
    const findings = await octeth.crm().find(nobody, CLICK);
    expect(findings.places.map(({ outcome }) => outcome).toSorted()).toEqual([
      'absent',
      'absent',
      'failed',
    ]);
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('law 3: a person whom exists knows and get does not is not called absent', async () => {
    const missing = { Success: false, ErrorCode: [3] };
    octeth.sandbox.break({ command: 'subscriber.get', do: { replace: JSON.stringify(missing) } });
    const findings = await octeth.crm().find(person('linus'), CLICK);
    expect(answerOf(findings)).toBe('incomplete');
  });

  test('where the fields of a list cannot be read, she is found without a name', async () => {
    octeth.sandbox.break({ command: 'customfields.get', do: 'html' });
    const findings = await octeth.crm().find(person('linus'), CLICK);
    expect(findings.profiles).toMatchObject([{ name: null, standings: ['subscribed'] }]);
  });

  test('the fields of a list are read once, however many are looked up', async () => {
    const crm = octeth.crm();
    await Promise.all(
      [person('linus'), person('ann'), person('sam')].map((one) => crm.find(one, CLICK)),
    );
    expect(octeth.sent('customfields.get')).toHaveLength(1);
  });

  test('a limit told in the body of a reply is waited out by everybody', async () => {
    const full = { Success: false, ErrorCode: [429] };
    octeth.sandbox.break({
      command: 'subscriber.get',
      do: { replace: JSON.stringify(full) },
      times: 1,
    });
    const crm = octeth.crm({ limit: { calls: 1000, seconds: 60 } });
    const before = Date.now();
    expect(answerOf(await crm.find(person('linus'), CLICK))).toBe('incomplete');
    const next = await crm.journeys(CLICK);
    const retryAt = !next.ok && next.failure.kind === 'busy' ? next.failure.retryAt : 0;
    expect(retryAt).toBeGreaterThanOrEqual(before + 60_000);
    expect(octeth.asked()).not.toContain('journey.list');
  });

  test('a wrong key is told as the key’s fault, for the account as a whole', async () => {
    const { sandbox } = octeth;
    const wrong = octethOn({ ...sandbox, octeth: { ...sandbox.octeth, key: 'not-it' } });
    const findings = await wrong.find(person('ada'), CLICK);
    expect(findings.failure).toEqual({ kind: 'wrong-key', service: 'octeth' });
  });

  test('no key is in any URL (law 5)', async () => {
    await octeth.crm().find(person('ada'), CLICK);
    expect(octeth.sandbox.log.length).toBeGreaterThan(3);
    for (const { url } of octeth.sandbox.log) expect(url).toBe('/api.php');
  });
});
