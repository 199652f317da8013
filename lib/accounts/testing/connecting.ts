/** Connecting, with probes that find a server as it should be. */
import { vi } from 'vitest';
import { done } from '../../failure';
import type { ConnectRequest } from '../../messaging/protocol';
import { createMemoryArea } from '../../storage/testing/memory-area';
import type { Area } from '../../storage/kept';
import { createAccounts } from '../accounts';
import { type ConnectOptions, createConnect } from '../connect';
import { createVault } from '../vault';

export const KEY = 'a-key-of-some-length';
export const OCTETH = {
  system: 'octeth',
  accountId: null,
  name: '',
  server: 'https://mail.acme.com',
  key: KEY,
} satisfies ConnectRequest;
export const SYSTEME = {
  system: 'systeme',
  accountId: null,
  name: '',
  gateway: 'https://gateway.maton.ai',
  control: 'https://ctrl.maton.ai',
  key: KEY,
  connectionId: null,
} satisfies ConnectRequest;
export const SCHOOL = { id: 'c2', label: 'School', since: null };

export function setUp(change: Partial<ConnectOptions> = {}, local: Area = createMemoryArea()) {
  const vault = createVault({ session: createMemoryArea(), rounds: 1_000 });
  const accounts = createAccounts({ local, vault });
  const probes = {
    cleanServer: vi.fn((text: string) => done(text.trim().replace(/\/+$/, ''))),
    probeOcteth: vi.fn<ConnectOptions['probeOcteth']>(async () =>
      done({ lists: [{ id: '1', name: 'News' }], listsByHand: false, as: 'ada@acme.com' }),
    ),
    probeSysteme: vi.fn<ConnectOptions['probeSysteme']>(async () =>
      done({ connections: [SCHOOL], emailFilter: 'honoured' as const }),
    ),
    mayReach: vi.fn(async () => true),
    forget: vi.fn(async () => {}),
  };
  const { connect, sweep } = createConnect({ accounts, vault, ...probes, ...change });
  const saved = async (request: ConnectRequest) => {
    const reply = await connect(request);
    if (reply.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(reply)}`);
    return reply;
  };
  return { vault, accounts, connect, sweep, saved, ...probes };
}
