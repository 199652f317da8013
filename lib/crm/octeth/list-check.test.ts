import { describe, expect, test } from 'vitest';
import { notable } from '../../../sandbox/sandbox.ts';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: before a list is worked on', (dialect) => {
  const octeth = useOcteth({ dialect });
  const listed = () =>
    octeth.world.onList(12).map(({ id, email }) => ({ id: String(id), name: email }));
  const still = (people: { id: string; name: string }[]) =>
    octeth.crm().stillThere(NEWSLETTER, people, CLICK);

  test('a hundred people are found to be who they were in one reading', async () => {
    const people = listed().slice(0, 100);
    octeth.sandbox.log.splice(0);
    expect(await still(people)).toEqual({ ok: true, value: people });
    // What the test before gave up may still come in.
    const asked = octeth.sandbox.log.filter(({ body }) => body.includes(people[0]?.name ?? '?'));
    expect(asked).toHaveLength(1);
  });

  test('law 1: an id that carries another address, or nobody has, is not among them', async () => {
    const [one, other, third] = listed();
    if (!one || !other || !third) throw new Error('the list has three people');
    const moved = { id: one.id, name: other.name };
    const gone = { id: third.id, name: 'nobody@nowhere.example' };
    expect(await still([moved, gone])).toEqual({ ok: true, value: [] });
    expect(await still([moved, gone, third])).toEqual({ ok: true, value: [third] });
  });

  test('a person whose address is spelled otherwise is still she', async () => {
    const [one] = listed();
    if (!one) throw new Error('the list has people');
    const shouted = { id: one.id, name: one.name.toUpperCase() };
    expect(await still([shouted])).toEqual({ ok: true, value: [shouted] });
  });

  test('law 1: a server that takes “or” for “and” is never believed that all of them are gone', async () => {
    const [first, second] = listed();
    if (!first || !second) throw new Error('the list has people');
    octeth.world.subscribers = octeth.world.subscribers.filter(
      ({ listId, id }) => listId !== 12 || String(id) !== first.id,
    );
    const asAnd: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const body = (await request.text()).replace('"Operator":"or"', '"Operator":"and"');
      return fetch(request.url, { method: 'POST', headers: request.headers, body });
    };
    const odd = octeth.crm({ retryMs: 0, fetch: asAnd });
    expect(await odd.stillThere(NEWSLETTER, [first, second], CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('ignored the filter') },
    });
    // Where it is none of these, the same two are told to be gone.
    const both = [first, { ...second, name: 'nobody@nowhere.example' }];
    expect(await still(both)).toEqual({ ok: true, value: [] });
  });

  test('on an empty list nobody is there', async () => {
    const people = listed().slice(0, 2);
    octeth.world.subscribers = [];
    expect(await still(people)).toEqual({ ok: true, value: [] });
  });

  test('law 1: a server that ignores the rules is told as such, not believed', async () => {
    octeth.sandbox.become({ dialect: 'seed', rules: 'none' });
    expect(await still(listed().slice(0, 2))).toMatchObject({
      ok: false,
      failure: { kind: 'refused', reason: expect.stringContaining('ignored the filter') },
    });
  });

  test('law 1: a server that stumbles over one question is not taken for another that counts everybody', async () => {
    const [first, second] = listed();
    if (!first || !second) throw new Error('the list has people');
    const both = [
      { ...first, name: 'nobody@nowhere.example' },
      { ...second, name: 'no-one@nowhere.example' },
    ];
    const replace = JSON.stringify({ Success: false, ErrorCode: 4 });
    let answers = 0;
    const stumbling = octeth.crm({
      retryMs: 0,
      heard: () => {
        answers += 1;
        if (answers === 1)
          octeth.sandbox.break({ command: 'subscribers.search', do: { replace }, times: 1 });
      },
    });
    expect(await stumbling.stillThere(NEWSLETTER, both, CLICK)).toMatchObject({ ok: false });
  });

  test('a server that reads simple rules alone is asked by them', async () => {
    octeth.sandbox.become({ rules: 'flat' });
    const people = listed().slice(0, 3);
    const [one, other] = people;
    if (!one || !other) throw new Error('the list has people');
    expect(await still(people)).toEqual({ ok: true, value: people });
    const moved = [{ id: one.id, name: other.name }, other];
    expect(await still(moved)).toEqual({ ok: true, value: [other] });
    expect(await still([{ id: '999', name: 'nobody@nowhere.example' }])).toEqual({
      ok: true,
      value: [],
    });
    const { length } = listed();
    const size = await octeth.crm().listSize(NEWSLETTER, CLICK);
    expect(size).toMatchObject({ ok: true, value: { people: length } });
  });

  test('the size is of everybody, however she stands', async () => {
    const tags = octeth.world.tags.filter(({ listId }) => listId === 12).length;
    expect(await octeth.crm().listSize(NEWSLETTER, CLICK)).toEqual({
      ok: true,
      value: { people: listed().length, tags, name: 'Newsletter' },
    });
    expect(listed().some(({ name }) => name === notable.ada.email)).toBe(true);
  });

  test.each(['html', { status: 200, body: { Success: false, ErrorCode: 99_999 } }] as const)(
    'what a list is called is not told where the lists cannot be read: %j',
    async (misfortune) => {
      octeth.sandbox.break({ command: 'lists.get', do: misfortune });
      const size = await octeth.crm().listSize(NEWSLETTER, CLICK);
      expect(size).toMatchObject({ ok: true, value: { people: listed().length, name: null } });
    },
  );
});
