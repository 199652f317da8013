import type { Failure } from '../lib/failure.ts';
import { ask } from './harness/ask.ts';
import { connectOcteth, expect, test } from './harness';

/** Shortened, so that a window and a half pass within a test; the extension is told likewise. */
const LIMIT = { calls: 100, seconds: 7 };
const RUSH = 150;

test.use({ sandboxOptions: { octethLimit: LIMIT } });

test('a window and a half of look-ups at once: all answered, the late ones told when, none refused', async ({
  extension,
  sandbox,
}) => {
  test.setTimeout(90_000);
  await connectOcteth(await extension.openOptions(), { sandbox });
  const [account] = (await ask(extension, 'accounts')).accounts;
  if (account?.system !== 'octeth') throw new Error('No Octeth account was connected');
  const accountId = account.id;
  await ask(extension, 'setLimit', { accountId, limit: LIMIT });
  // One list, so that every look-up is one call of the limited command.
  await ask(extension, 'chooseLists', { accountId, searched: ['12'] });

  const toldWhen: number[] = [];
  const busyUntil = (failure: Failure | null) =>
    failure?.kind === 'busy' ? failure.retryAt : null;
  const lookUntilAnswered = async (address: string): Promise<string> => {
    const findings = await ask(extension, 'lookUp', { accountId, address, fresh: false });
    const [place] = findings.places;
    const failure = findings.failure ?? (place?.outcome === 'failed' ? place.failure : null);
    const retryAt = busyUntil(failure);
    if (retryAt === null) return place?.outcome ?? 'nothing';
    toldWhen.push(retryAt);
    expect(retryAt).toBeGreaterThan(Date.now());
    await new Promise((resolve) => setTimeout(resolve, retryAt - Date.now()));
    return lookUntilAnswered(address);
  };
  const addresses = Array.from({ length: RUSH }, (_, index) => `rush${index}@nowhere.example`);
  const outcomes = await Promise.all(addresses.map(lookUntilAnswered));

  expect(outcomes).toEqual(addresses.map(() => 'absent'));
  expect(toldWhen.length).toBeGreaterThan(0);
  const asked = sandbox.log.filter(({ command }) => command === 'subscriber.get');
  expect(asked).toHaveLength(RUSH);
  expect(asked.filter(({ body, status }) => status !== 200 || body.includes('429'))).toEqual([]);
});
