import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { CLICK, octethOn } from '../testing/fakes';

const limit = { calls: 1000, seconds: 1 };

describe.each(['seed', 'public'] as const)('what can be chosen, %s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  test('no list is named as missing where all were read', async () => {
    expect(await octethOn(sandbox, { limit }).tags(CLICK)).not.toHaveProperty('missing');
  });

  test('law 3: a list whose tags cannot be read is named, and hides no other', async () => {
    sandbox.break({ command: 'subscriber.tags.get', do: 'html', times: 1 });
    const { missing = [], ...tags } = await octethOn(sandbox, { limit }).tags(CLICK);
    expect(missing).toHaveLength(1);
    expect(missing[0]).toHaveProperty('name');
    const read = new Set((tags.ok ? tags.value : []).map(({ place }) => place?.id));
    expect(read.size).toBeGreaterThan(0);
    expect(read).not.toContain(missing[0]?.id);
  });

  test('where no list could be read the reason is told', async () => {
    sandbox.break({ command: 'subscriber.tags.get', do: 'html' });
    const tags = await octethOn(sandbox, { limit }).tags(CLICK);
    expect(tags).toMatchObject({ ok: false, failure: { kind: 'web-page' } });
  });
});
