import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import { CLICK } from '../testing/fakes';
import { DIALECTS, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: lists of other services', (dialect) => {
  const octeth = useOcteth({ dialect });

  test.each([
    [{ service: 'mailchimp', key: 'k', server: 'us1' } as const, 'Newsletter List'],
    [{ service: 'activecampaign', key: 'k', account: 'harbour' } as const, 'Campaign people'],
    [{ service: 'drip', key: 'k' } as const, 'Drip account'],
  ])('%j is looked into', async (source, name) => {
    const [first] = valueOf(await octeth.crm().prepareImport(source, CLICK));
    expect(first).toMatchObject({
      name,
      people: expect.any(Number),
      fields: [{ id: 'FNAME', name: 'First Name' }],
      tags: [{ id: '456', name: 'VIP' }],
    });
    const keyless = await octeth.crm().prepareImport({ ...source, key: ' ' }, CLICK);
    expect(keyless).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });

  test('a service that fails is told in words', async () => {
    for (const code of [9, 11, 12, 13, 14, 15, 16, 23]) {
      const source = { service: 'mailchimp', key: `fail-${code}`, server: 'us1' } as const;
      const failure = await octeth.crm().prepareImport(source, CLICK);
      expect(failure).toMatchObject({ ok: false, failure: { kind: 'refused', code } });
      expect(failure.ok || failure.failure).toMatchObject({
        reason: expect.stringMatching(/^(The service|Mailchimp) [a-z ]+$/),
      });
    }
  });
});
