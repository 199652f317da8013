/** Asks whether somebody is there, without a key: any answer with data is a yes. */
import type { Account } from '../people/account';
import { type HttpCall, send, type Transport } from './http';

/** The clock of the (last) server asked, where it tells. Throws a `FailureError`. */
export async function knock(account: Account, transport: Transport): Promise<number | null> {
  let serverTime: number | null = null;
  for (const call of callsOf(account)) {
    serverTime = (await send({ ...call, windowSeconds: account.limit.seconds }, transport))
      .serverTime;
  }
  return serverTime;
}

type Knock = Pick<HttpCall, 'url' | 'method' | 'json' | 'kind'>;

function callsOf(account: Account): Knock[] {
  if (account.system === 'octeth') {
    // A command every version knows: an unknown one is answered with a web page before 5.9.3.
    const json = { Command: 'subscriber.exists' };
    return [{ url: `${account.server}/api.php`, method: 'POST', json, kind: 'read' }];
  }
  return [`${account.control}/connections?app=systeme`, `${account.gateway}/systeme/api/tags`].map(
    (url) => ({ url, method: 'GET', kind: 'read' }),
  );
}
