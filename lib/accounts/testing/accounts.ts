import type { OctethAccount, SystemeAccount } from '../../people/account';

/** Accounts for tests. */
export const octethAccount = (change: Partial<OctethAccount> = {}): OctethAccount => ({
  id: 'octeth-1',
  name: 'Acme Mail',
  system: 'octeth',
  paused: false,
  keyTail: 'wxyz',
  limit: { calls: 100, seconds: 60 },
  server: 'https://mail.acme.com',
  lists: [
    { id: '1', name: 'News', searched: true },
    { id: '2', name: 'Course', searched: true },
  ],
  listsByHand: false,
  journeysByHand: [],
  ...change,
});

export const systemeAccount = (change: Partial<SystemeAccount> = {}): SystemeAccount => ({
  id: 'systeme-1',
  name: 'Acme School',
  system: 'systeme',
  paused: false,
  keyTail: 'abcd',
  limit: { calls: 10, seconds: 1 },
  gateway: 'https://gateway.maton.ai',
  control: 'https://ctrl.maton.ai',
  connection: { id: 'c2', label: 'School' },
  ...change,
});
