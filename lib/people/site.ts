/** A web site as the browser's permissions know it. */

export const EVERY_SITE = '*://*/*';

/** Match patterns carry no port: a host is allowed with all of them. */
export const patternOfUrl = ({ protocol, hostname }: URL): string => `${protocol}//${hostname}/*`;

/** The pattern of an address's site; null where it is none of the web. */
export function patternOf(address: string): string | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? patternOfUrl(url) : null;
}

/** Each once; what is no site of the web is left out. */
export function patternsOf(addresses: string[]): string[] {
  const patterns = addresses.map(patternOf).filter((pattern) => pattern !== null);
  return [...new Set(patterns)];
}
