import type { Result } from '@/lib/failure';
import { createClient } from '@/lib/messaging/client';
import type { PanelCalls, Request } from '@/lib/messaging/protocol';
import type { Account } from '@/lib/people/account';
import type { Powers } from '../powers';

type Replies = {
  [Call in keyof PanelCalls]?: (
    ...request: Parameters<PanelCalls[Call]>
  ) => ReturnType<PanelCalls[Call]> | Result<never>;
};

export interface FakePowers extends Powers {
  /** Every call that was sent, in order. */
  sent: { call: string; request: unknown }[];
  /** What hosts were asked for. */
  asked: string[][];
  /** What was asked for in place of every site. */
  narrowed: string[][];
  copied: string[];
  /** How often the browser was asked to clear nothing. */
  persisted: () => number;
  accounts: Account[];
  calls: (call: string) => unknown[];
}

export interface FakeOptions {
  accounts?: Account[];
  replies?: Replies;
  isAllowed?: boolean;
  storage?: Storage;
}

/** The real client over a background that answers at once. */
export function fakePowers(options: FakeOptions = {}): FakePowers {
  const { accounts = [], replies = {}, isAllowed = true, storage = fakeStorage() } = options;
  const sent: FakePowers['sent'] = [];
  const asked: string[][] = [];
  const narrowed: string[][] = [];
  const copied: string[] = [];
  let persists = 0;
  const usual: Replies = {
    accounts: () => ({ accounts: structuredClone(accounts), lock: 'none', trouble: [] }),
    flags: () => ({ mode: 'off', sites: [] }),
    menuTags: () => [],
    abilities: () => ({ at: 1, rights: {} }),
  };
  const send = async ({ call, request }: Request): Promise<unknown> => {
    sent.push({ call, request });
    const all: Record<string, ((request: never) => unknown) | undefined> = { ...usual, ...replies };
    const value = await all[call]?.(request as never); // the client has typed it
    const isResult = typeof value === 'object' && value !== null && 'ok' in value;
    return isResult ? value : { ok: true, value: value ?? null };
  };
  return {
    client: createClient<PanelCalls>(send),
    askHosts: (patterns) => {
      asked.push(patterns);
      return Promise.resolve(isAllowed);
    },
    narrowHosts: (patterns) => {
      narrowed.push(patterns);
      return Promise.resolve(isAllowed);
    },
    hasHosts: () => Promise.resolve(true),
    shortcuts: () => Promise.resolve([{ name: 'look-up', does: 'Look up', keys: 'Alt+Shift+K' }]),
    openShortcutPage: () => Promise.resolve(true),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    persist: () => void (persists += 1),
    persisted: () => persists,
    about: 'Addressee 1.2.3 · Chromium 156',
    storage,
    sent,
    copied,
    asked,
    narrowed,
    accounts,
    calls: (call) => sent.filter((each) => each.call === call).map((each) => each.request),
  };
}

export function fakeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
