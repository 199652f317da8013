import {
  MATON_LIMIT,
  OCTETH_LIMIT,
  type OctethAccount,
  type SystemeAccount,
} from '@/lib/people/account';

export const octeth = (changed: Partial<OctethAccount> = {}): OctethAccount => ({
  id: 'mail',
  name: 'Acme Mail',
  system: 'octeth',
  paused: false,
  keyTail: '9f3c',
  limit: OCTETH_LIMIT,
  server: 'https://mail.acme.com',
  lists: [
    { id: '1', name: 'Newsletter', searched: true },
    { id: '2', name: 'Customers', searched: false },
  ],
  listsByHand: false,
  journeysByHand: [],
  ...changed,
});

export const systeme = (changed: Partial<SystemeAccount> = {}): SystemeAccount => ({
  id: 'school',
  name: 'Acme School',
  system: 'systeme',
  paused: false,
  keyTail: 'b0a1',
  limit: MATON_LIMIT,
  gateway: 'https://gateway.maton.ai',
  control: 'https://ctrl.maton.ai',
  connection: { id: 'c2', label: 'school@acme.com' },
  ...changed,
});
