import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure, Result } from '../failure';
import { foldAddress } from '../people/address';
import { answerOf } from '../people/findings';
import type { Findings } from '../people/findings';
import { notable, startSandbox } from '../../sandbox/sandbox.ts';
import type { Fault, Sandbox } from '../../sandbox/sandbox.ts';
import type { Crm } from './crm';
import { CLICK, memoryOf, octethOn, systemeOn } from './testing/fakes';

const ADA = foldAddress(notable.ada.email);
const limit = { calls: 1000, seconds: 1 };
const patience = { limit, retryMs: 0 };
/** Only a server that never answers is given up on: a slow machine is no fault. */
const patienceWith = (misfortune: Fault['do']) =>
  misfortune === 'hang' ? { ...patience, timeoutMs: 1_000 } : patience;
const huge = `{"items":[],"pad":"${'x'.repeat(5_000_000)}"}`;

/** What each misfortune of a reply must be called. */
const misfortunes: [string, Fault['do'], Failure['kind'][]][] = [
  ['an HTML page', 'html', ['web-page']],
  ['HTML said to be JSON', { replace: '<!doctype html><title>Sign in</title>' }, ['web-page']],
  ['an empty body', 'empty', ['changed-shape']],
  ['null', { replace: 'null' }, ['changed-shape']],
  ['a number', { replace: '7' }, ['changed-shape']],
  ['a list', { replace: '[]' }, ['changed-shape']],
  ['an empty object', { replace: '{}' }, ['changed-shape']],
  ['a body cut in the middle', 'cut', ['changed-shape']],
  ['5 MB', { replace: huge }, ['changed-shape']],
  ['status 500', { status: 500 }, ['server-error']],
  ['status 503 with a page', { status: 503, body: '<h1>Down</h1>' }, ['server-error']],
  ['no answer', 'hang', ['timeout']],
  ['a broken connection', 'reset', ['offline']],
  ['a redirect', { status: 302, headers: { location: '/login' } }, ['web-page']],
  ['a limit', { status: 429, headers: { 'Retry-After': '0' } }, ['busy']],
];

const isPage = (kinds: Failure['kind'][]): boolean => kinds.includes('web-page');

const failureIn = (result: Result<unknown>): Failure['kind'] | null =>
  result.ok ? null : result.failure.kind;

const wrongShapes = {
  'subscriber.get': [
    { SubscriberInformation: { SubscriberID: {}, EmailAddress: notable.ada.email } },
    {
      SubscriberInformation: { EmailAddress: notable.ada.email, SubscriptionStatus: 'Subscribed' },
    },
    { SubscriberInformation: null },
    { SubscriberInformation: { SubscriberID: 1, EmailAddress: 7, SubscriptionStatus: 'x' } },
  ],
  'subscriber.exists': [{ Success: true }, { Exists: 'perhaps' }, { Exists: null }],
} as const;

describe.each(['seed', 'public'] as const)('%s dialect', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ dialect, octethLimit: limit, matonLimit: limit });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  describe.each(misfortunes)('%s', (_, misfortune, kinds) => {
    test.each(isPage(kinds) ? ['subscriber.get'] : ['subscriber.exists', 'subscriber.get'])(
      'in %s finds nobody and calls nobody absent',
      async (command) => {
        sandbox.break({ service: 'octeth', command, do: misfortune });
        const findings = await octethOn(sandbox, patienceWith(misfortune)).find(ADA, CLICK);
        const failures = findings.places.flatMap((place) =>
          place.outcome === 'failed' ? place.failure.kind : [],
        );
        expect(new Set(failures)).toEqual(new Set(kinds));
        expect(findings.profiles).toEqual([]);
        expect(answerOf(findings)).toMatch(/failed|incomplete/);
      },
    );

    test('in one of three lists leaves the others standing', async () => {
      sandbox.break({ service: 'octeth', command: 'subscriber.get', do: misfortune, times: 1 });
      const findings = await octethOn(sandbox, patienceWith(misfortune)).find(ADA, CLICK);
      expect(findings.profiles.length).toBeGreaterThanOrEqual(1);
    });

    test('in offers, re-reads and contacts is a failure of its own kind', async () => {
      const octeth = octethOn(sandbox, patienceWith(misfortune));
      const systeme = systemeOn(sandbox, patienceWith(misfortune));
      sandbox.break({ do: misfortune });
      const answers = await Promise.all([
        octeth.tags(CLICK),
        octeth.journeys(CLICK),
        octeth.reread(targetFor(octeth, { id: '12', name: 'Newsletter' }), CLICK),
        systeme.tags(CLICK),
        systeme.reread(targetFor(systeme, null), CLICK),
      ]);
      for (const answer of answers) expect(kinds).toContain(failureIn(answer));
      const findings = await systeme.find(ADA, CLICK);
      expect(kinds).toContain(findings.failure?.kind);
      expect(answerOf(findings)).toBe('failed');
    });
  });

  test.each(misfortunes.filter(([, , kinds]) => isPage(kinds)))(
    '%s in subscriber.exists leaves the word to subscriber.get',
    async (_, misfortune) => {
      sandbox.break({ service: 'octeth', command: 'subscriber.exists', do: misfortune });
      const findings = await octethOn(sandbox, patience).find(ADA, CLICK);
      expect(findings.places.map(({ outcome }) => outcome)).toEqual(['found', 'found', 'absent']);
    },
  );

  test.each(Object.entries(wrongShapes))(
    '%s of a wrong shape is told by path',
    async (command, all) => {
      for (const shape of all) {
        sandbox.break({ command, do: { replace: JSON.stringify({ Success: true, ...shape }) } });
        const findings = await octethOn(sandbox, patience).find(ADA, CLICK);
        expect(findings.profiles).toEqual([]);
        expect(findings.places[0]).toMatchObject({ failure: { kind: 'changed-shape' } });
        expect(JSON.stringify(findings.places)).not.toContain(notable.ada.email);
        sandbox.mend();
      }
    },
  );

  test('fields that nobody asked for do no harm', async () => {
    const extra = { Success: true, Exists: true, Surprise: { deep: [1, 2] } };
    sandbox.break({
      command: 'subscriber.exists',
      do: { replace: JSON.stringify(extra) },
      times: 1,
    });
    const findings = await octethOn(sandbox, patience).find(ADA, CLICK);
    expect(findings.profiles.length).toBeGreaterThanOrEqual(1);
  });

  test('a contact without its flags is not taken for one who may get mail', async () => {
    const contact = { id: 1, email: notable.ada.email, tags: [], fields: [] };
    const page = JSON.stringify({ items: [contact], hasMore: false });
    sandbox.break({ command: 'GET /contacts', do: { replace: page } });
    const findings = await systemeOn(sandbox, patience).find(ADA, CLICK);
    expect(findings.failure).toMatchObject({ kind: 'changed-shape' });
  });

  test('a read is tried again where the server stumbles, a write never', async () => {
    const octeth = octethOn(sandbox, patience);
    sandbox.break({ command: 'subscriber.tags.get', do: { status: 502 }, times: 6 });
    expect((await octeth.tags(CLICK)).ok).toBe(true);
    sandbox.log.length = 0;
    sandbox.break({ command: 'subscriber.tag', do: { status: 502 } });
    const target = targetFor(octeth, { id: '12', name: 'Newsletter' });
    expect(failureIn(await octeth.tag(target, '4', CLICK))).toBe('server-error');
    expect(sandbox.log).toHaveLength(1);
  });

  test('a write that was done and then lost is told as lost, not as refused', async () => {
    const octeth = octethOn(sandbox, patience);
    sandbox.break({ command: 'subscriber.tag', do: 'act-then-drop' });
    const target = targetFor(octeth, { id: '12', name: 'Newsletter' });
    expect(failureIn(await octeth.tag(target, '4', CLICK))).toBe('offline');
    expect(sandbox.log).toHaveLength(1);
  });

  /** Somebody who is there, by the server's own number. */
  function targetFor(crm: Crm, place: { id: string; name: string } | null) {
    const row = place
      ? sandbox.world.subscriber(12, notable.ada.email)
      : sandbox.world.contact(notable.ada.email);
    return { account: crm.account, place, profileId: String(row?.id), address: ADA };
  }
});

test('a key is never carried along a redirect to another host', async () => {
  const seen: string[] = [];
  const thief = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
  // A listening server's address is an object.
  const { port } = thief.address() as AddressInfo;
  const sandbox = await startSandbox();
  try {
    for (const status of [301, 302, 307, 308]) {
      const location = `http://127.0.0.1:${port}/api.php`;
      sandbox.break({ do: { status, headers: { location } }, times: 8 });
      const octeth: Findings = await octethOn(sandbox, patience).find(ADA, CLICK);
      const systeme: Findings = await systemeOn(sandbox, { ...patience, memory: memoryOf() }).find(
        ADA,
        CLICK,
      );
      expect(octeth.failure?.kind).toBe('web-page');
      expect(systeme.failure?.kind).toBe('web-page');
      sandbox.mend();
    }
    expect(seen).toEqual([]);
  } finally {
    await sandbox.close();
    await new Promise((resolve) => thief.close(resolve));
  }
});
