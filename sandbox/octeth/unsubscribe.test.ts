// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { absent, notable } from '../sandbox.ts';
import { useSandbox } from '../testing.ts';

const linus = { ListID: 12, IPAddress: '192.0.2.7', EmailAddress: notable.linus.email };

describe.each(['seed', 'public'] as const)('%s: subscriber.unsubscribe', (dialect) => {
  const here = useSandbox({ dialect });
  const unsubscribe = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.unsubscribe', { APIKey: undefined, ...parameters });
  const gone = () => here.world.onList(12).filter(({ status }) => status === 'Unsubscribed').length;

  test('needs no key, and lets one person go', async () => {
    const before = gone();
    const { json } = await unsubscribe(linus);
    expect(json).toMatchObject({ Success: true, ErrorCode: 0, RedirectURL: expect.any(String) });
    expect(here.world.subscriber(12, notable.linus.email)).toMatchObject({
      status: 'Unsubscribed',
      unsubscriptionIp: '192.0.2.7',
      unsubscriptionDate: '2026-11-20 09:00:00',
    });
    expect(gone()).toBe(before + 1);
  });

  test('a preview lets nobody go; global suppression goes further', async () => {
    await unsubscribe({ ...linus, Preview: 1 });
    expect(here.world.subscriber(12, linus.EmailAddress)!.status).toBe('Subscribed');
    await unsubscribe({ ...linus, AddToGlobalSuppression: true });
    expect(here.world.isSuppressed(linus.EmailAddress)).toBe(true);
  });

  test('a server that passes Preview over lets go whom it was asked about', async () => {
    here.sandbox.become({ preview: 'ignored' });
    await unsubscribe({ ...linus, Preview: 1 });
    expect(here.world.subscriber(12, linus.EmailAddress)!.status).toBe('Unsubscribed');
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ListID: 12, IPAddress: '192.0.2.7' }, 3],
    [{ ...linus, ListID: 99 }, 4],
    [{ ...linus, EmailAddress: 'linus' }, 6],
    [{ ...linus, EmailAddress: absent.nobody }, 7],
    [{ ...linus, CampaignID: 'x' }, 8],
    [{ ...linus, EmailAddress: notable.unsubscribed.email }, 9],
    [{ ...linus, EmailID: 'x' }, 10],
  ])('%j is code %i', async (parameters, ErrorCode) => {
    expect((await unsubscribe(parameters)).json).toEqual({ Success: false, ErrorCode });
  });

  test('an empty RulesJSON beside an address', async () => {
    const before = gone();
    await unsubscribe({ ...linus, RulesJSON: '', RulesOperator: 'and' });
    expect(gone()).toBe(dialect === 'seed' ? here.world.onList(12).length : before + 1);
  });

  test('rules that cannot be read', async () => {
    const before = gone();
    const rules = { RulesJSON: '[{"field":"EmailAddress"}]', RulesOperator: 'and' };
    const { json } = await unsubscribe({ ListID: 12, IPAddress: '192.0.2.7', ...rules });
    if (dialect === 'seed') {
      expect(gone()).toBe(here.world.onList(12).length);
    } else {
      expect(json).toMatchObject({ ErrorCode: 7, ErrorText: expect.stringContaining('RulesJSON') });
      expect(gone()).toBe(before);
    }
  });
});
