/**
 * Each code as a server really says it: the client's own call, with a request in it that the
 * sandbox refuses so, to the sentence a person reads.
 */
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../failure';
import { sayFailure } from '../../failure-words';
import { DIALECTS } from '../../../docs/operations/operation.ts';
import type { OctethName } from '../../../docs/operations/names.ts';
import { octethOperations } from '../../../docs/operations/table.ts';
import { badOf, madeOf } from '../../../sandbox/bad-requests/bad.ts';
import type { Parameters } from '../../../sandbox/bad-requests/bad.ts';
import { circle } from '../../../sandbox/bad-requests/lists.ts';
import { octethRequests } from '../../../sandbox/bad-requests/octeth.ts';
import { useSandbox } from '../../../sandbox/testing.ts';
import type { Condition } from '../../../sandbox/world/conditions.ts';
import { CLICK } from '../testing/fakes';
import { octethCalls } from '../testing/octeth-calls';
import { createOctethClient } from './client';
import type { OctethClient } from './client';
import { oneRule } from './rules';

const withCodes = octethOperations.filter(({ codes }) => Object.keys(codes.public).length > 0);

describe.each(DIALECTS)('Octeth, %s dialect: what is said', (dialect) => {
  const here = useSandbox({ dialect });

  /** What is put in place of the parameters, once the call was made ready. */
  let instead: Parameters | null = null;
  const fetchInstead: typeof fetch = async (input, init) => {
    if (!instead) return fetch(input, init);
    const { method, headers, url } = new Request(input, init);
    const body = (await new Request(input, init).json()) as Parameters;
    const { Command, APIKey } = body;
    return fetch(url, { method, headers, body: JSON.stringify({ Command, APIKey, ...instead }) });
  };
  const clientOf = () =>
    createOctethClient({
      server: here.sandbox.octeth.url,
      key: async () => here.sandbox.octeth.key,
      fetch: fetchInstead,
    });

  const said = (call: () => Promise<unknown>): Promise<string> =>
    call().then(
      () => 'It was done.',
      (error: unknown) => sayFailure(failureOf(error, 'test'), 'Harbour').what,
    );

  describe.each(withCodes)('$name', ({ name, methods }) => {
    const asked = octethRequests[name as OctethName]; // the table has no other names
    const bad = badOf(asked, dialect).flatMap(({ code, change }, index) =>
      methods.map((method) => ({ code, change, method, index })),
    );
    test.each(bad)('code $code by $method ($index)', async ({ change, method }) => {
      instead = null;
      const call = await octethCalls[method](clientOf(), here.sandbox);
      const made = await madeOf(asked, change, [here, dialect]);
      instead = made;
      const words = (await said(call)).replace(/ \(\d+\)/, '').replace(/the server said no/i, '');
      expect(words).toMatch(/^Harbour(\W+\w+){4,}.*\.$/u);
      expect(words).not.toContain('no reason');
    });
  });

  /** Typed calls of ours on a server of which this is so. */
  const TROUBLES: [Condition, keyof OctethClient, words: string][] = [
    ['opt-in-dates-wanted', 'createSubscriber', 'looked in vain for a date of confirmation'],
    ['owner-lost', 'createSubscriber', 'does not know who owns this list'],
    ['owner-lost', 'subscribe', 'finds the account of this list out of order'],
    ['owner-lost', 'unsubscribe', 'finds the account of this list out of order'],
    ['owner-lost', 'previewUnsubscribe', 'finds the account of this list out of order'],
    ['owner-lost', 'currentUser', 'Octeth does not know this API key'],
    ['list-settings-lost', 'createSubscriber', 'cannot read how this list is set up'],
    ['mail-down', 'subscribe', 'could not subscribe this address'],
    ['plugin-objects', 'subscribe', 'An extension of the server refused this address'],
    ['rules-engine-down', 'searchPeople', 'could not work out the search'],
    ['rules-engine-down', 'countPeople', 'could not work out the search'],
    ['rules-engine-down', 'unsubscribeByRules', 'does not understand the rules it was sent'],
    ['rules-engine-down', 'deleteByRules', 'does not understand the rules it was sent'],
    ['people-undeletable', 'deleteEveryone', 'failed while deleting the people; look at the list'],
    ['tag-links-undeletable', 'deleteEveryone', 'failed while deleting which tags they had'],
    ['deletion-breaks-off', 'deleteEveryone', 'failed while deleting the list’s people'],
    ['imports-unwritable', 'importPeople', 'could not begin the import on this list'],
  ];
  const ruledTags: [Condition, keyof OctethClient, words: string][] = [
    ['rules-engine-down', 'tagByRules', 'does not understand the rules it was sent'],
    ['rules-engine-down', 'untagByRules', 'does not understand the rules it was sent'],
  ];

  test.each([...TROUBLES, ...(dialect === 'public' ? ruledTags : [])])(
    '%s, to %s: %s',
    async (condition, method, words) => {
      instead = null;
      const call = await octethCalls[method](clientOf(), here.sandbox);
      here.world.conditions.add(condition);
      expect(await said(call)).toContain(words);
    },
  );

  test('tags that cannot be deleted with the list, and segments in a circle', async () => {
    instead = null;
    here.world.conditions.add('tags-undeletable');
    expect(await said(() => clientOf().deleteEveryone('12', true, CLICK))).toBe(
      'Harbour: the server said no: The server failed while deleting the tags; look at the list before going on (7).',
    );
    await madeOf(octethRequests['subscribers.search'], circle, [here, dialect]);
    const inCircle = oneRule({ type: 'segments', operator: 'belongs to', value: '81' });
    const search = () => clientOf().searchPeople('12', inCircle, { from: 0, count: 10 }, CLICK);
    expect(await said(search)).toContain('The segments refer to each other in a circle (5)');
  });
});
