/** One method for each operation of Systeme.io, reached through Maton's gateway. */
import { noted } from '../noted';
import { communityCalls } from './calls/communities';
import { contactCalls } from './calls/contacts';
import { fieldCalls } from './calls/fields';
import { paymentCalls } from './calls/payments';
import { schoolCalls } from './calls/school';
import { tagCalls } from './calls/tags';
import { request } from './request';
import type { Asking, SystemeClientOptions } from './request';

export type SystemeClient = ReturnType<typeof createSystemeClient>;

/** Every method throws a `FailureError`. */
export function createSystemeClient(options: SystemeClientOptions) {
  const ask: Asking = (operation, by) =>
    noted(by, operation.method !== 'GET', () => request(options, operation, by));
  return {
    ...contactCalls(ask),
    ...tagCalls(ask),
    ...fieldCalls(ask),
    ...schoolCalls(ask),
    ...communityCalls(ask),
    ...paymentCalls(ask),
  };
}
