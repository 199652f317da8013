// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { notable } from '../sandbox.ts';
import { ask, useSandbox } from '../testing.ts';

const ada = { ListID: 12, SubscriberID: 1001 };
const linus = { ListID: 12, SubscriberID: 1002 };
const verbs = ['trigger', 'remove', 'exit'] as const;

describe('seed: triggering, removing, exiting', () => {
  const here = useSandbox({ dialect: 'seed' });
  const journeys = (email: string) =>
    here.world.journeysOf(12, email).map(({ journeyId }) => journeyId);

  test('each way in, by route and by api.php', async () => {
    const Command = 'subscriber.journey.trigger';
    const byRoute = await here.route(Command, { Command, ...linus, JourneyID: 7 });
    expect([byRoute.status, byRoute.json]).toEqual([200, { Success: true, ErrorCode: 0 }]);
    expect((await here.octeth(Command, { ...linus, JourneyID: 8 })).json.Success).toBe(true);
    expect(journeys(notable.linus.email)).toEqual([7, 8]);
  });

  test('triggering what she is in already changes nothing', async () => {
    await here.octeth('subscriber.journey.trigger', { ...ada, JourneyID: 7 });
    expect(here.world.journeysOf(12, notable.ada.email)).toMatchObject([{ journeyId: 7, step: 2 }]);
  });

  test.each(['remove', 'exit'])('%s takes her out', async (verb) => {
    const { json } = await here.octeth(`subscriber.journey.${verb}`, { ...ada, JourneyID: 7 });
    expect(json).toEqual({ Success: true, ErrorCode: 0 });
    expect(journeys(notable.ada.email)).toEqual([]);
  });

  test.each(verbs)('the codes of %s', async (verb) => {
    const codes = [
      [{ SubscriberID: 1001, JourneyID: 7 }, 1],
      [{ ListID: 12, JourneyID: 7 }, 2],
      [ada, 3],
      [{ ...ada, ListID: 99, JourneyID: 7 }, 4],
      [{ ...ada, SubscriberID: 1, JourneyID: 7 }, 5],
      [{ ...ada, JourneyID: 99 }, 6],
    ] as const;
    for (const [parameters, ErrorCode] of codes) {
      const { status, json } = await here.octeth(`subscriber.journey.${verb}`, parameters);
      expect([status, json]).toEqual([200, { Success: false, ErrorCode }]);
    }
  });

  test('a disabled journey is an invalid one, and nobody enters', async () => {
    const asleep = { ...linus, JourneyID: 9 };
    const { json } = await here.octeth('subscriber.journey.trigger', asleep);
    expect(json).toEqual({ Success: false, ErrorCode: 6 });
    expect(journeys(notable.linus.email)).toEqual([]);
  });

  test('subscriber.journey.list', async () => {
    const { json } = await here.octeth('subscriber.journey.list', ada);
    const joined = { Status: 'Active', JoinedAt: '2026-10-12 09:00:00' };
    const welcome = { JourneyID: 7, JourneyName: 'Welcome series', ...joined };
    expect(json).toEqual({ Success: true, ErrorCode: 0, Journeys: [welcome] });
  });

  test.each([
    [{}, 1],
    [{ ListID: 12 }, 2],
    [{ ListID: 99, SubscriberID: 1001 }, 3],
    [{ ListID: 12, SubscriberID: 1 }, 4],
  ])('subscriber.journey.list of %j is code %i', async (parameters, ErrorCode) => {
    const { json } = await here.octeth('subscriber.journey.list', parameters);
    expect(json).toEqual({ Success: false, ErrorCode });
  });
});

describe('public: triggering, removing, exiting', () => {
  const here = useSandbox({ dialect: 'public' });
  const change = (verb: string, parameters: Record<string, unknown>) =>
    here.route(`subscriber.journey.${verb}`, {
      Command: `subscriber.journey.${verb}`,
      ...parameters,
    });
  const journeys = (email: string) =>
    here.world.journeysOf(12, email).map(({ journeyId }) => journeyId);

  test('trigger says which journeys, and which were skipped and why', async () => {
    const one = await change('trigger', { ...linus, JourneyID: 7 });
    expect(one.json).toEqual({ Success: true, JourneyIDs: [7], ...linus });
    const some = await change('trigger', { ...linus, JourneyID: [8, 9, 99] });
    expect(some.json).toEqual({
      Success: true,
      JourneyIDs: [8],
      ...linus,
      SkippedJourneys: [
        { JourneyID: 9, Reason: 'Journey is disabled' },
        { JourneyID: 99, Reason: 'Journey not found' },
      ],
    });
    expect(journeys(notable.linus.email)).toEqual([7, 8]);
  });

  test('a disabled journey alone is refused, unless its status is not to matter', async () => {
    const refused = await change('trigger', { ...linus, JourneyID: 9 });
    expect([refused.status, refused.json]).toEqual([
      404,
      {
        Success: false,
        Errors: [{ Code: 7, Message: 'Journey not found' }],
        SkippedJourneys: [{ JourneyID: 9, Reason: 'Journey is disabled' }],
      },
    ]);
    await change('trigger', { ...linus, JourneyID: 9, BypassJourneyStatusCheck: true });
    expect(journeys(notable.linus.email)).toEqual([9]);
  });

  test('remove and exit', async () => {
    const removed = await change('remove', { ...ada, JourneyID: 7 });
    expect(removed.json).toEqual({ Success: true, JourneyIDs: [7], ...ada });
    expect(journeys(notable.ada.email)).toEqual([]);
    await change('trigger', { ...ada, JourneyID: 7 });
    const exited = await change('exit', { ...ada, JourneyID: 7 });
    expect(exited.json).toEqual({ JourneyID: 7, ...ada });
    expect(journeys(notable.ada.email)).toEqual([]);
  });

  test.each(verbs)('the codes of %s, without Success', async (verb) => {
    const codes = [
      [ada, 1, 422],
      [{ SubscriberID: 1001, JourneyID: 7 }, 2, 422],
      [{ ListID: 12, JourneyID: 7 }, 3, 422],
      [{ ...ada, JourneyID: 'seven' }, 4, 422],
      [{ ...ada, ListID: 'twelve', JourneyID: 7 }, 5, 422],
      [{ ...ada, SubscriberID: 'her', JourneyID: 7 }, 6, 422],
      [{ ...ada, ListID: 99, JourneyID: 7 }, 8, 404],
      [{ ...ada, SubscriberID: 1, JourneyID: 7 }, 9, 404],
    ] as const;
    for (const [parameters, Code, status] of codes) {
      const answer = await change(verb, parameters);
      expect(answer.status).toBe(status);
      expect(answer.json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
    }
  });

  test('an unknown journey is code 7', async () => {
    for (const verb of verbs) {
      const { json } = await change(verb, { ...ada, JourneyID: 99 });
      expect(json.Errors).toEqual([{ Code: 7, Message: 'Journey not found' }]);
    }
  });

  test('through api.php the same error has HTTP status 200', async () => {
    const { status, json } = await here.octeth('subscriber.journey.exit', ada);
    expect([status, json.Errors]).toEqual([200, [{ Code: 1, Message: expect.any(String) }]]);
  });

  test('subscriber.journey.list', async () => {
    const { json } = await change('list', ada);
    expect(json).toEqual({
      ...ada,
      Journeys: [
        {
          JourneyID: 7,
          JourneyName: 'Welcome series',
          Status: 'Enabled',
          JoinedAt: '2026-10-12 09:00:00',
        },
      ],
    });
  });

  test.each([
    [{}, 2],
    [{ ListID: 12 }, 3],
    [{ ...ada, ListID: 'x' }, 5],
    [{ ...ada, SubscriberID: 'x' }, 6],
    [{ ...ada, ListID: 99 }, 8],
    [{ ...ada, SubscriberID: 1 }, 9],
  ])('subscriber.journey.list of %j is code %i', async (parameters, Code) => {
    const { json } = await change('list', parameters);
    expect(json).toEqual({ Errors: [{ Code, Message: expect.any(String) }] });
  });
});

describe.each(['seed', 'public'] as const)('%s: journey.list', (dialect) => {
  const here = useSandbox({ dialect });

  test('lists journeys, without Success, ids as text; one is disabled', async () => {
    const { json } = await here.octeth('journey.list');
    expect(json).not.toHaveProperty('Success');
    expect(json.Journeys).toMatchObject([
      {
        JourneyID: '7',
        JourneyName: 'Welcome series',
        Trigger: 'ListSubscription',
        TriggerParameters: { ListID: 12 },
        Status: 'Enabled',
        JourneyStats: { TotalRevenue: 0 },
      },
      { JourneyID: '8', JourneyName: 'Win back', Status: 'Enabled' },
      { JourneyID: '9', JourneyName: 'Summer sale', Status: 'Disabled' },
    ]);
  });

  test('by GET on its route, with the key in the query', async () => {
    const { url, key } = here.sandbox.octeth;
    const query = new URLSearchParams({ Command: 'journey.list', APIKey: key, SkipStats: '1' });
    const { json } = await ask(`${url}/api/v1/journeys?${query}`);
    expect(json.Journeys).toHaveLength(3);
    expect((json.Journeys as object[])[0]).not.toHaveProperty('JourneyStats');
  });

  test('a date that is none', async () => {
    const { json } = await here.octeth('journey.list', { StatsStartDate: '2026-02-31' });
    expect(json.Errors).toMatchObject([{ Code: 4 }]);
    const end = await here.octeth('journey.list', { StatsEndDate: '2026-1-5' });
    expect(end.json.Errors).toMatchObject([{ Code: 5 }]);
  });
});
