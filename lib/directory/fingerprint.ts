import { createSipHash, type Prints, SIPHASH_KEY_BYTES } from './siphash';

/** What the directory keeps in place of addresses: 64 bits of a keyed hash, of no use without it. */
export interface Fingerprints {
  /** In the order of the addresses, which must be folded. */
  of(addresses: readonly string[]): Prints;
}

/**
 * A key of this installation alone, so that prints mean nothing elsewhere and no page can make two
 * addresses of one print. It lies readable beside them: WebCrypto knows no SipHash, and its HMAC
 * with a key that cannot be read takes a promise an address. Whoever reads this database can
 * therefore try addresses against it, as they could with a key that can only be used.
 */
export const makeFingerprintKey = (): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(SIPHASH_KEY_BYTES));

export function createFingerprints(key: Uint8Array): Fingerprints {
  const hash = createSipHash(key);
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1024);

  return {
    of(addresses) {
      const prints: Prints = new Uint32Array(addresses.length * 2);
      for (const [index, address] of addresses.entries()) {
        // One unit of a text is three bytes at most.
        const most = address.length * 3;
        if (most > bytes.length) bytes = new Uint8Array(most);
        hash(bytes, encoder.encodeInto(address, bytes).written, prints, index);
      }
      return prints;
    },
  };
}

/** A print as text, for rows that are kept by it: 16 hexadecimal digits. */
export function printText(prints: Prints, index: number): string {
  const digits = (half: number | undefined): string => (half ?? 0).toString(16).padStart(8, '0');
  return digits(prints[index * 2 + 1]) + digits(prints[index * 2]);
}
