// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ask, useSandbox } from '../testing.ts';

const ada = { ListID: 12, EmailAddress: 'ada@lovelace.dev' };

describe.each(['seed', 'public'] as const)('%s: how a request is read', (dialect) => {
  const here = useSandbox({ dialect });
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    ask(`${here.sandbox.octeth.url}/api.php`, { method: 'POST', body, headers });

  test('a form, a multipart form and JSON are the same', async () => {
    const parameters = { ...ada, ListID: '12', APIKey: here.sandbox.octeth.key };
    const form = new FormData();
    for (const [key, value] of Object.entries(parameters)) form.append(key, value);
    form.append('Command', 'subscriber.exists');
    const answers = [
      await post(new URLSearchParams({ ...parameters, Command: 'subscriber.exists' })),
      await post(form),
      await here.octeth('subscriber.exists', ada),
    ];
    for (const { json } of answers) {
      expect(json).toEqual({ Success: true, ErrorCode: 0, Exists: true, SubscriberID: 1001 });
    }
  });

  test('the case of the command and of parameter names does not matter', async () => {
    const { json } = await here.octeth('Subscriber.Exists', {
      listid: '12',
      EMAILADDRESS: 'ADA@Lovelace.dev',
    });
    expect(json.Exists).toBe(true);
  });

  test('a wrong or absent key is 99998', async () => {
    const refused = { Success: false, ErrorCode: 99998 };
    const wrong = await here.octeth('user.current', { APIKey: '0000-0000' });
    expect([wrong.status, wrong.json]).toEqual([200, refused]);
    const absent = await post(new URLSearchParams({ Command: 'lists.get' }));
    expect(absent.json).toEqual(refused);
  });

  test('a missing permission is 99999 with its name; user.current needs none', async () => {
    here.world.permissions = 'Subscribers.Get, List.Update';
    expect((await here.octeth('lists.get')).json).toEqual({
      Success: false,
      ErrorCode: 99999,
      ErrorText: 'User does not have the required permission (Lists.Get)',
    });
    expect((await here.octeth('subscriber.get', ada)).json.Success).toBe(true);
    expect((await here.octeth('user.current')).json.Success).toBe(true);
  });

  test.each([
    ['lists.get', 'Lists.Get'],
    ['customfields.get', 'CustomFields.Get'],
    ['subscribers.get', 'Subscribers.Get'],
    ['subscribers.search', 'Subscribers.Get'],
    ['subscriber.get', 'Subscribers.Get'],
    ['subscriber.exists', 'Subscribers.Get'],
    ['subscriber.get.activity', 'Subscribers.Get'],
    ['subscriber.create', 'Subscribers.Import'],
    ['subscriber.update', 'Subscriber.Update'],
    ['subscriber.tag', 'Subscriber.Update'],
    ['subscriber.untag', 'Subscriber.Update'],
    ['subscriber.tags.get', 'List.Update'],
    ['subscriber.tags.create', 'List.Update'],
    ['subscriber.tags.update', 'List.Update'],
    ['subscriber.tags.delete', 'List.Update'],
    ['segments.get', 'Segments.Get'],
    ['subscribers.delete', 'Subscribers.Delete'],
    ['subscribers.delete.all', 'Subscribers.Delete'],
    ['subscribers.import.post', 'Subscribers.Import'],
    ['subscribers.import.get', 'Subscribers.Import'],
    ['subscribers.import.prepare', 'Subscribers.Import'],
    ['subscribers.import', 'Subscribers.Import'],
    ['subscribers.export.post', 'Subscribers.Import'],
    ['subscribers.export.get', 'Subscribers.Import'],
    ['journey.list', 'Campaign.Create'],
    ['subscriber.journey.trigger', 'Campaign.Create'],
    ['subscriber.journey.remove', 'Campaign.Create'],
    ['subscriber.journey.exit', 'Campaign.Create'],
    ['subscriber.journey.list', 'Campaign.Create'],
  ])('%s needs %s', async (command, permission) => {
    here.world.permissions = 'Nothing';
    expect((await here.octeth(command)).json.ErrorText).toContain(`(${permission})`);
  });

  test('no CORS header is sent', async () => {
    const { headers } = await here.octeth('user.current');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe.each(['seed', 'public'] as const)('%s: what reaches no command', (dialect) => {
  const here = useSandbox({ dialect, lacks: ['Lists.Get'] });
  const at = (path: string) => `${here.sandbox.octeth.url}${path}`;
  const expectFailure = (answer: Awaited<ReturnType<typeof ask>>, code: number) => {
    if (dialect === 'seed') {
      expect([answer.status, answer.type]).toEqual([200, 'text/html']);
    } else {
      expect([answer.status, answer.json.Success, answer.json.ErrorCode]).toEqual([
        400,
        false,
        code,
      ]);
      expect(answer.json.Errors).toEqual([{ Code: code, Message: answer.json.ErrorText }]);
    }
  };

  test('an unknown command', async () => {
    expectFailure(await here.octeth('nope'), 100003);
  });
  test('a command this server lacks', async () => {
    expectFailure(await here.octeth('lists.get'), 100003);
  });
  test('no command at all, also where the content type is one PHP does not read', async () => {
    const body = JSON.stringify({ Command: 'user.current', APIKey: here.sandbox.octeth.key });
    expectFailure(await ask(at('/api.php'), { method: 'POST', body }), 100003);
  });
  test('a multipart body without its boundary', async () => {
    const headers = { 'Content-Type': 'multipart/form-data' };
    expectFailure(await ask(at('/api.php'), { method: 'POST', body: 'x', headers }), 100003);
  });
  test('a body that is not JSON though it says so', async () => {
    const headers = { 'Content-Type': 'application/json' };
    expectFailure(await ask(at('/api.php'), { method: 'POST', body: '{', headers }), 100000);
  });
  test('GET on api.php, and GET on a route for POST', async () => {
    expectFailure(await ask(at('/api.php?Command=user.current')), 100001);
    const path = '/api/v1/subscriber.journey.list?Command=subscriber.journey.list';
    expectFailure(await ask(at(path)), 100001);
  });
  test('a command on another command’s route, or on none', async () => {
    expectFailure(await here.route('subscriber.get', { Command: 'subscriber.get' }), 100003);
    expectFailure(await here.route('journeys', { Command: 'subscriber.create' }), 100003);
    expectFailure(await ask(at('/elsewhere')), 100003);
  });
});

describe.each(['seed', 'public'] as const)('%s: 100 requests in 60 seconds', (dialect) => {
  const here = useSandbox({ dialect, octethLimit: { calls: 2, seconds: 60 } });
  const place = { ListID: 12, SubscriberID: 1001 };

  test('calls beyond it are refused until the window has passed', async () => {
    await here.octeth('subscriber.get', ada);
    await here.octeth('subscriber.get', { ListID: 12 });
    const refused = await here.octeth('subscriber.get', ada);
    expect(refused.status).toBe(dialect === 'seed' ? 200 : 429);
    expect(refused.json).toEqual({ Success: false, ErrorCode: [429] });
    expect(refused.headers.get('retry-after')).toBeNull();
    here.clock.now += 60_000;
    expect((await here.octeth('subscriber.get', ada)).json.Success).toBe(true);
  });

  test('what has a v1 route counts, by whichever way it is called', async () => {
    const command = { Command: 'subscriber.journey.list', ...place };
    await here.octeth('subscriber.journey.list', place);
    await here.route('subscriber.journey.list', command);
    const refused = await here.route('subscriber.journey.list', command);
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject(
      dialect === 'seed' ? { Success: false, ErrorCode: 429 } : { Errors: [{ Code: 429 }] },
    );
  });

  test.each(['user.current', 'lists.get', 'subscriber.exists', 'subscribers.search'])(
    '%s has no limit, because its reference states none',
    async (command) => {
      for (let call = 0; call < 4; call += 1) {
        const { json } = await here.octeth(command, { ...ada, Operator: 'and' });
        expect(json.Success).toBe(true);
      }
    },
  );
});
