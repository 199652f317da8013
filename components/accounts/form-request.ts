import type { ConnectRequest } from '@/lib/messaging/protocol';
import type { Account, System } from '@/lib/people/account';
import { CONTROL_DEFAULT, GATEWAY_DEFAULT } from './attempt';
import type { DraftFields } from './drafts';

/** What a form begins with; the key is never among it. */
export function startingFields(account: Account | null): DraftFields {
  return {
    name: account?.name ?? '',
    server: account?.system === 'octeth' ? account.server : '',
    gateway: account?.system === 'systeme' ? account.gateway : GATEWAY_DEFAULT,
    control: account?.system === 'systeme' ? account.control : CONTROL_DEFAULT,
  };
}

/** What a form holds besides its fields. */
interface Unkept {
  system: System;
  accountId: string | null;
  key: string | null;
  connectionId: string | null;
  /** The name that the form began with. */
  nameBefore: string;
}

export function toRequest(fields: DraftFields, unkept: Unkept): ConnectRequest {
  const { system, accountId, key, connectionId, nameBefore } = unkept;
  // One that was not touched may have been changed in another window since.
  const name = fields.name === nameBefore ? '' : fields.name.trim();
  const shared = { accountId, name, key };
  return system === 'octeth'
    ? { system, ...shared, server: fields.server }
    : { system, ...shared, gateway: fields.gateway, control: fields.control, connectionId };
}
