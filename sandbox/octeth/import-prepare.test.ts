// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: subscribers.import.prepare', (dialect) => {
  const here = useSandbox({ dialect });
  const prepare = (ImportFrom: unknown) =>
    here.octeth('subscribers.import.prepare', { ImportFrom });

  test.each([
    [{ Mailchimp: { APIKey: 'k', Server: 'us1' } }, 'Newsletter List'],
    [{ ActiveCampaign: { APIKey: 'k', AccountName: 'harbour' } }, 'Campaign people'],
    [{ Drip: { APIKey: 'k' } }, 'Drip account'],
  ])('%j has lists', async (source, Name) => {
    const { json } = await prepare(source);
    const [first] = json.Lists as object[];
    expect(first).toMatchObject({
      Name,
      MergeFields: [{ ID: 'FNAME', Name: 'First Name', Type: 'text' }],
      Tags: [{ ID: 456, Name: 'VIP' }],
      Groups: [],
    });
  });

  test.each([
    [undefined, 1],
    [{}, 1],
    [{ Sendgrid: { APIKey: 'k' } }, 2],
    [{ ActiveCampaign: { AccountName: 'x' } }, 3],
    [{ ActiveCampaign: { APIKey: 'k' } }, 4],
    [{ ActiveCampaign: { APIKey: 'fail-5', AccountName: 'x' } }, 5],
    [{ Mailchimp: { Server: 'us1' } }, 7],
    [{ Mailchimp: { APIKey: 'k' } }, 8],
    [{ Drip: { APIKey: 'fail-9' } }, 9],
  ])('%j is code %i', async (source, Code) => {
    const { json } = await prepare(source);
    expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
  });

  test.each([9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23])(
    'a service that fails is code %i',
    async (Code) => {
      const { json } = await prepare({ Mailchimp: { APIKey: `fail-${Code}`, Server: 'us1' } });
      expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
    },
  );
});
