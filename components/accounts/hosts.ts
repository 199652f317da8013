/**
 * What a typed address means for the browser's permissions. The background puts addresses right
 * and has the last word; this is only what must be known before it is asked, inside the click.
 */
import type { Account } from '@/lib/people/account';
import { patternOfUrl } from '@/lib/people/site';

export type TypedHost = { ok: true; host: string; pattern: string } | { ok: false; reason: string };

const ADDRESS_LENGTH = 2_000;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const refuse = (reason: string): TypedHost => ({ ok: false, reason });

/** Of the address of a server that a key is sent to: https, or this computer. */
export function readServerHost(typed: string, example: string): TypedHost {
  const address = typed.trim();
  if (address === '') return refuse(`Type the address, like ${example}.`);
  if (address.length > ADDRESS_LENGTH) return refuse('That is far too long for an address.');
  if (!SCHEME.test(address)) {
    return refuse(isHostLike(address) ? `Begin with https://, like ${example}.` : notOne(example));
  }
  const url = URL.parse(address);
  if (!url || url.hostname === '' || /[\s<>"]/.test(address)) return refuse(notOne(example));
  if (url.username || url.password) return refuse('Leave the user name and password out of it.');
  return withSafeScheme(url);
}

function withSafeScheme(url: URL): TypedHost {
  const isLoopback = LOOPBACK.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback) {
    return refuse(
      `http would send your key in the open. Use https://${url.host}; http is only for this computer.`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refuse('Only https addresses can be used.');
  }
  return { ok: true, host: url.host, pattern: patternOfUrl(url) };
}

/** Of a site whose addresses are to be flagged: with or without a scheme, http allowed. */
export function readSite(typed: string): { ok: true; origin: string; pattern: string } | null {
  const address = typed.trim();
  if (address.length > ADDRESS_LENGTH || /[\s<>"@]/.test(address)) return null;
  const url = URL.parse(SCHEME.test(address) ? address : `https://${address}`);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || !isHostLike(url.hostname)) return null;
  return { ok: true, origin: url.origin, pattern: patternOfUrl(url) };
}

/** The hosts an account talks to. */
export function hostsOf(account: Account): { host: string; pattern: string }[] {
  const servers =
    account.system === 'octeth' ? [account.server] : [account.gateway, account.control];
  const urls = servers.map((server) => URL.parse(server)).filter((url) => url !== null);
  const known = new Map(urls.map((url) => [patternOfUrl(url), url.host]));
  return [...known].map(([pattern, host]) => ({ pattern, host }));
}

const isHostLike = (text: string): boolean =>
  /^[^\s<>"@/]+\.[^\s<>"@/.]+(:\d+)?(\/\S*)?$/.test(text) || /^(localhost|\[::1\])\b/.test(text);

const notOne = (example: string): string => `This is no server address. It looks like ${example}.`;
