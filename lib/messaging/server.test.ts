import { describe, expect, test, vi } from 'vitest';
import { FailureError } from '../failure';
import type { Agreed } from '../people/concern';
import { ALL_INTENTS, ANY_INTENT } from '../people/testing/intents';
import { pageRequests, panelRequests } from './requests';
import { type Caller, type Doors, callerOf, dispatch, isRequest } from './server';

const own = { id: 'ours', base: 'chrome-extension://ours/' };
const panel: Caller = { door: 'panel', tabId: null };
const page: Caller = { door: 'page', tabId: 7, frameId: 0, site: 'https://mail.test/*' };

function answering(calls: string[]) {
  return Object.fromEntries(
    calls.map((call) => [call, vi.fn(async () => `answer of ${call}`)]),
  ) as Record<string, ReturnType<typeof vi.fn>>;
}

function makeDoors() {
  const doors = {
    page: answering(Object.keys(pageRequests)),
    panel: answering(Object.keys(panelRequests)),
  };
  return { doors, asDoors: doors as unknown as Doors };
}

const NO_MODULES = { type: 'partial_access', modules: [] };
const AGREED: Agreed = [
  { kind: 'consequence', of: 'takes-access', name: 'Latin' },
  { kind: 'type-name', name: 'VIP', people: null },
  { kind: 'type-name', name: 'VIP', people: 3, typed: 'VIP' },
];

const ask = (call: string, request: unknown = null) => ({
  addressee: 'ask' as const,
  call,
  request,
});

describe('who is calling', () => {
  test('a panel in a tab is still a panel', () => {
    const sender = { id: 'ours', url: `${own.base}options.html`, tab: { id: 3 }, frameId: 0 };
    expect(callerOf(sender, own)).toEqual({ door: 'panel', tabId: 3 });
    const popup = { id: 'ours', url: `${own.base}popup.html` };
    expect(callerOf(popup, own)).toEqual({ door: 'panel', tabId: null });
  });

  test('a content script is a page, whatever page it is', () => {
    const sender = { id: 'ours', url: 'https://evil.test/popup.html', tab: { id: 3 }, frameId: 2 };
    expect(callerOf(sender, own)).toMatchObject({ door: 'page', tabId: 3, frameId: 2 });
  });

  test('a page that names our address in its own does not become a panel', () => {
    const sender = { id: 'ours', url: `https://evil.test/?${own.base}`, tab: { id: 3 } };
    expect(callerOf(sender, own)).toMatchObject({ door: 'page' });
  });

  test.each([
    ['its address', { url: 'https://mail.test:8443/inbox', origin: 'null' }, 'https://mail.test/*'],
    ['its origin', { url: 'about:srcdoc', origin: 'https://mail.test' }, 'https://mail.test/*'],
    ['the page in its tab', { url: 'about:srcdoc', origin: 'null' }, 'https://tab.test/*'],
  ])('the site of a frame is told by %s', (_, sender, site) => {
    const tab = { id: 3, url: 'https://tab.test/' };
    expect(callerOf({ id: 'ours', tab, ...sender }, own)).toMatchObject({ site });
  });

  test('another extension is nobody', () => {
    expect(callerOf({ id: 'theirs', url: `${own.base}popup.html` }, own)).toBeNull();
  });
});

describe('the two doors', () => {
  const panelOnly = Object.keys(panelRequests).filter((call) => !(call in pageRequests));

  test.each(panelOnly)('a page cannot reach %s', async (call) => {
    const { doors, asDoors } = makeDoors();
    const reply = await dispatch(ask(call, { accountId: 'a' }), page, asDoors);
    expect(reply).toEqual({ ok: false, failure: { kind: 'not-found', what: 'command' } });
    expect(doors.panel[call]).not.toHaveBeenCalled();
  });

  test('a page reaches its own door, with the caller handed on', async () => {
    const { doors, asDoors } = makeDoors();
    const request = { addresses: ['ada@lovelace.dev'] };
    const reply = await dispatch(ask('recognise', request), page, asDoors);
    expect(reply).toEqual({ ok: true, value: 'answer of recognise' });
    expect(doors.page.recognise).toHaveBeenCalledWith(request, page);
    expect(doors.panel.recognise).not.toHaveBeenCalled();
  });

  test.each(['constructor', 'toString', '__proto__', 'nope'])('%s is no call', async (call) => {
    const { asDoors } = makeDoors();
    expect(await dispatch(ask(call), panel, asDoors)).toMatchObject({ ok: false });
  });

  test('nobody gets nothing', async () => {
    const { asDoors } = makeDoors();
    expect(await dispatch(ask('accounts'), null, asDoors)).toMatchObject({ ok: false });
  });
});

describe('requests are parsed before anybody sees them', () => {
  const malformed: [string, unknown][] = [
    ['recognise', { addresses: 'ada@lovelace.dev' }],
    ['recognise', { addresses: Array.from({ length: 501 }, () => 'a@b.cd') }],
    ['recognise', { addresses: ['x'.repeat(641)] }],
    ['lookUp', { accountId: 1, address: 'a@b.cd', fresh: false }],
    ['lookUp', { accountId: 'a', address: 'x'.repeat(20_001), fresh: false }],
    ['act', { intent: { kind: 'drop-table' }, agreed: [] }],
    ['act', { intent: null, agreed: [] }],
    ['act', { intent: { ...ANY_INTENT.enrol, access: NO_MODULES }, agreed: [] }],
    ['act', { intent: { ...ANY_INTENT.cancel, when: 'later' }, agreed: [] }],
    ['act', { intent: { ...ANY_INTENT['delete-tag'], desk: null }, agreed: [] }],
    ['act', { intent: ANY_INTENT.tag, agreed: [{ kind: 'consequence', of: 'fun', name: '' }] }],
    ['details', { target: { profileId: '' }, fresh: false }],
    ['catalogue', { accountId: 'a' }],
    ['connect', { system: 'octeth', server: 'x' }],
    ['setFlags', { mode: 'sometimes', sites: [] }],
    ['unlock', null],
  ];

  test.each(malformed)('%s with a bad request is refused in words', async (call, request) => {
    const { doors, asDoors } = makeDoors();
    const reply = await dispatch(ask(call, request), panel, asDoors);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
    expect(doors.panel[call]).not.toHaveBeenCalled();
  });

  test.each(ALL_INTENTS)('a write to $kind passes as it is', async (intent) => {
    const { doors, asDoors } = makeDoors();
    await dispatch(ask('act', { intent, agreed: AGREED }), panel, asDoors);
    expect(doors.panel.act).toHaveBeenCalledWith({ intent, agreed: AGREED }, panel);
  });

  test('what the schema does not name does not pass', async () => {
    const { doors, asDoors } = makeDoors();
    await dispatch(ask('hovered', { address: null, url: 'https://evil.test' }), page, asDoors);
    expect(doors.page.hovered).toHaveBeenCalledWith({ address: null }, page);
  });
});

describe('failures', () => {
  test('a thrown failure arrives as data', async () => {
    const { doors, asDoors } = makeDoors();
    doors.panel.accounts?.mockRejectedValue(new FailureError({ kind: 'locked' }));
    expect(await dispatch(ask('accounts'), panel, asDoors)).toEqual({
      ok: false,
      failure: { kind: 'locked' },
    });
  });

  test('any other error says where, never what', async () => {
    const { doors, asDoors } = makeDoors();
    doors.panel.accounts?.mockRejectedValue(new Error('key 1234-secret in https://x'));
    expect(await dispatch(ask('accounts'), panel, asDoors)).toEqual({
      ok: false,
      failure: { kind: 'broken', where: 'accounts' },
    });
  });

  test.each([null, 'ask', {}, { addressee: 'stop' }, { addressee: 'ask' }])(
    '%j is no request of ours',
    (message) => expect(isRequest(message)).toBe(false),
  );
});
