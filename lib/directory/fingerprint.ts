import type { EmailAddress } from '../people/address';

/** 64 bits: among a million people, two alike is a chance of one in thirty million. */
const FINGERPRINT_BYTES = 8;

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** A key per installation that can be used but never read, not even by us. */
export async function makeFingerprintKey(): Promise<CryptoKey> {
  // Of a symmetric algorithm: one key, not a pair.
  return (await crypto.subtle.generateKey(HMAC, false, ['sign'])) as CryptoKey;
}

/**
 * What the directory keeps in place of an address: 16 hexadecimal digits of a keyed hash, of
 * no use without the key.
 */
export async function fingerprintOf(key: CryptoKey, address: EmailAddress): Promise<string> {
  const hash = await crypto.subtle.sign(HMAC, key, new TextEncoder().encode(address));
  const bytes = new Uint8Array(hash, 0, FINGERPRINT_BYTES);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
