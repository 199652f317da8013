// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: subscriber.get.activity', (dialect) => {
  const here = useSandbox({ dialect });

  test('lists what she did', async () => {
    const place = { SubscriberID: 1001, SubscriberListID: 12 };
    const { json } = await here.octeth('subscriber.get.activity', place);
    expect(json).toMatchObject({ Success: true, ErrorCode: 0 });
    expect(json.Activity).toContainEqual({
      ActivityType: 'EmailOpen',
      CampaignID: 789,
      EmailID: 101,
      ActivityDate: '2026-11-15 10:30:00',
    });
  });

  test.each([
    [{}, 1],
    [{ SubscriberID: 1001 }, 2],
    [{ SubscriberID: 1, SubscriberListID: 12 }, 3],
    [{ SubscriberID: 1001, SubscriberListID: 99 }, 3],
  ])('%j is code %i', async (parameters, code) => {
    const { json } = await here.octeth('subscriber.get.activity', parameters);
    expect(json).toEqual({ Success: false, ErrorCode: code });
  });
});

describe('subscriber.get.activity up to 5.6', () => {
  const here = useSandbox({ activity: 'filtered' });
  const request = {
    SubscriberID: 1001,
    SubscriberListID: 12,
    FilterJson: '["tagged","email link click"]',
    Operator: 'OR',
    RecordsPerRequest: 10,
    RecordsFrom: 0,
  };
  const activity = (parameters: Record<string, unknown>) =>
    here.octeth('subscriber.get.activity', parameters);

  test('answers with what was asked for, and what it was about', async () => {
    const { json } = await activity(request);
    expect(json).toMatchObject({
      Success: true,
      SubscriberActivity: [
        {
          ActivityType: 'email link click',
          ActivityDate: '2026-11-15 10:31:12',
          SubscriberID: '1001',
          Parameters: { campaign_name: 'Autumn letter', link_title: 'Autumn prints' },
        },
        { ActivityType: 'tagged', Parameters: { TagName: 'VIP' } },
      ],
      TotalSubscriberActivity: '2',
    });
  });

  test('pages, and knows the list by either name', async () => {
    const { SubscriberListID: ListID, ...rest } = request;
    const { json } = await activity({ ...rest, ListID, RecordsPerRequest: 1, RecordsFrom: 1 });
    expect(json.SubscriberActivity).toMatchObject([{ ActivityType: 'tagged' }]);
    expect(json.TotalSubscriberActivity).toBe('2');
  });

  test.each([
    [{ SubscriberListID: '' }, 1],
    [{ SubscriberID: '' }, 2],
    [{ FilterJson: undefined }, 3],
    [{ FilterJson: 'tagged' }, 3],
    [{ FilterJson: '["tickled"]' }, 4],
    [{ Operator: 'AND' }, 5],
    [{ SubscriberListID: 99 }, 6],
    [{ SubscriberID: 1 }, 7],
  ])('%j is code %i, and said in words', async (changes, code) => {
    const { json } = await activity({ ...request, ...changes });
    expect(json).toMatchObject({ Success: false, ErrorText: [expect.any(String)] });
    expect(json.ErrorCode).toBe(code);
  });
});
