import type { Failure } from '../failure';
import { RIGHTS } from '../people/rights';

/** A failure without a word of the server's or of the user's: what support may read. */
export function factOf(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.code === null ? 'refused' : `refused, code ${failure.code}`;
    case 'server-error':
      return `HTTP ${failure.status}`;
    case 'wrong-key':
      return `key unknown to ${failure.service}`;
    case 'not-allowed':
      return `not allowed${isOurs(failure.permission) ? `, ${failure.permission}` : ''}`;
    case 'not-found':
      return `no such ${failure.what}`;
    case 'changed-shape':
      return 'answer not understood';
    case 'web-page':
      return 'web page instead of data';
    default:
      return PLAIN[failure.kind];
  }
}

const isOurs = (permission: string | null): boolean =>
  RIGHTS.octeth.some(({ right }) => right === permission);

const PLAIN = {
  offline: 'no connection',
  timeout: 'no answer in time',
  'no-permission': 'host not allowed in the browser',
  'cut-short': 'more than could be read',
  busy: 'limit of calls used up',
  'no-connection': 'no active connection',
  locked: 'keys locked',
  'bad-input': 'cannot be used like this',
  broken: 'fault in Addressee',
};
