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
}

export function toRequest(fields: DraftFields, unkept: Unkept): ConnectRequest {
  const { system, accountId, key, connectionId } = unkept;
  const shared = { accountId, name: fields.name.trim(), key };
  return system === 'octeth'
    ? { system, ...shared, server: fields.server }
    : { system, ...shared, gateway: fields.gateway, control: fields.control, connectionId };
}
