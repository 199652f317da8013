import type { Connection, SystemeAccount } from '../world/systeme.ts';
import { absent, notable } from './notable.ts';
import { contactFields, connectionIds } from './systeme.ts';
import { contact } from './systeme-account.ts';

/** Oldest first: the gateway's default is the wrong one. */
export function seedConnections(right: SystemeAccount, wrong: SystemeAccount): Connection[] {
  return [
    connection(connectionIds.wrong, 'ACTIVE', '2025-12-08T07:20:53.488460Z', wrong),
    connection(connectionIds.right, 'ACTIVE', '2026-02-19T15:02:11.104927Z', right),
    connection(connectionIds.pending, 'PENDING', '2026-06-03T11:47:40.900112Z', right),
    connection(connectionIds.failed, 'FAILED', '2026-07-21T18:33:05.271830Z', right),
  ];
}

/** Another, smaller shop, which happens to know an Ada too. It takes no payments. */
export function wrongAccount(): SystemeAccount {
  const tags = [{ id: 91, name: 'Old shop', createdAt: '2023-05-05T10:00:00+00:00' }];
  const ada = contact({ email: notable.ada.email, first: 'Augusta', last: 'Byron' }, 69_301);
  ada.tagIds.add(tags[0]!.id);
  const strangers = [absent.stranger, 'passer-by@elsewhere.example', 'visitor@elsewhere.example'];
  return {
    contacts: [
      ada,
      ...strangers.map((email, index) =>
        contact({ email, first: 'Wrong', last: 'Account' }, 69_308 + index * 7),
      ),
    ],
    tags,
    contactFields: structuredClone(contactFields),
    courses: [],
    enrollments: [],
    communities: [],
    memberships: [],
    subscriptions: null,
  };
}

function connection(
  id: string,
  status: Connection['status'],
  createdAt: string,
  account: SystemeAccount,
): Connection {
  return {
    id,
    status,
    createdAt,
    updatedAt: '2026-08-31T20:03:32.593153Z',
    sessionToken: id.replaceAll('-', ''),
    app: 'systeme',
    keyBroken: false,
    account,
  };
}
