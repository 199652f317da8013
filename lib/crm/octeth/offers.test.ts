import { describe, expect, test } from 'vitest';
import { CLICK } from '../testing/fakes';
import { DIALECTS, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('what can be chosen, %s dialect', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('no list is named as missing where all were read', async () => {
    expect(await octeth.crm().tags(CLICK)).not.toHaveProperty('missing');
  });

  test('law 3: a list whose tags cannot be read is named, and hides no other', async () => {
    octeth.sandbox.break({ command: 'subscriber.tags.get', do: 'html', times: 1 });
    const { missing = [], ...tags } = await octeth.crm().tags(CLICK);
    expect(missing).toHaveLength(1);
    expect(missing[0]).toHaveProperty('name');
    const read = new Set((tags.ok ? tags.value : []).map(({ place }) => place?.id));
    expect(read.size).toBeGreaterThan(0);
    expect(read).not.toContain(missing[0]?.id);
  });

  test('where no list could be read the reason is told', async () => {
    octeth.sandbox.break({ command: 'subscriber.tags.get', do: 'html' });
    const tags = await octeth.crm().tags(CLICK);
    expect(tags).toMatchObject({ ok: false, failure: { kind: 'web-page' } });
  });
});
