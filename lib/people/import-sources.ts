/** What can be no source of an import: found out before anything is sent. */
import type { StageSource } from './list-work';

export type AddressFault = 'empty' | 'long' | 'scheme' | 'none' | 'user' | 'unsafe';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const ADDRESS_LENGTH = 2_000;
const HIGHEST_PORT = 65_535;

/** Null where the server can be told to fetch from there: by https, or from its own machine. */
export function faultOfAddress(typed: string): AddressFault | null {
  const address = typed.trim();
  if (address === '') return 'empty';
  if (address.length > ADDRESS_LENGTH) return 'long';
  if (!/^https?:\/\//i.test(address)) return 'scheme';
  const url = URL.parse(address);
  if (!url || /[\s<>"]/.test(address)) return 'none';
  if (url.username || url.password) return 'user';
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname) ? null : 'unsafe';
}

/** The fields that are wrong; none where the server can be told to look there. */
export function faultsOf(source: StageSource): string[] {
  const checks =
    source.from === 'server-file'
      ? { name: isBareName(source.name.trim()) }
      : {
          host: /^[^\s/@]+$/.test(source.host.trim()),
          port: Number.isInteger(source.port) && source.port > 0 && source.port <= HIGHEST_PORT,
          database: source.database.trim() !== '',
          // An import reads: nothing that changes the database is sent there.
          query: /^select\s/i.test(source.query.trim()),
        };
  return Object.entries(checks).flatMap(([field, isSound]) => (isSound ? [] : [field]));
}

/** Servers look in their own folder for imports, and strip what leads out of it. */
const isBareName = (name: string): boolean => /^[^/\\\p{Cc}]+$/u.test(name) && name !== '..';
