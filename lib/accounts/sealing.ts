/** How keys are sealed: AES-GCM under the device's own key, or under one made of a passphrase. */

/** OWASP's figure for PBKDF2-SHA-256 (2023); tests use fewer. */
export const PASSPHRASE_ROUNDS = 600_000;

/** Each change of the sealing key has a new id, so that a stale open key opens nothing. */
export type Sealing =
  | { id: string; kind: 'device'; key: CryptoKey }
  | {
      id: string;
      kind: 'passphrase';
      salt: Uint8Array<ArrayBuffer>;
      rounds: number;
      proof: Sealed;
    };

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export async function createDeviceSealing(): Promise<Extract<Sealing, { kind: 'device' }>> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  return { id: crypto.randomUUID(), kind: 'device', key };
}

/** `opener` is what `storage.session` holds while the vault is open. */
export async function createPassphraseSealing(
  passphrase: string,
  rounds: number,
): Promise<{ sealing: Sealing; key: CryptoKey; opener: number[] }> {
  const id = crypto.randomUUID();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const opener = await deriveOpener(passphrase, { salt, rounds });
  const key = await openerKey(opener);
  const proof = await seal(key, id, id);
  return { sealing: { id, kind: 'passphrase', salt, rounds, proof }, key, opener };
}

/** Composed and decomposed accents are one passphrase: keyboards differ between systems. */
export async function deriveOpener(
  passphrase: string,
  { salt, rounds }: { salt: Uint8Array<ArrayBuffer>; rounds: number },
): Promise<number[]> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return [...new Uint8Array(await crypto.subtle.deriveBits(method, base, 256))];
}

export function openerKey(opener: number[]): Promise<CryptoKey> {
  const bytes = Uint8Array.from(opener);
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** `label` is bound in: a sealed key moved to another account does not open. */
export async function seal(key: CryptoKey, label: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) };
  return { iv, bytes: await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text)) };
}

/** Null when the key is another one, or what is sealed was tampered with. */
export async function unseal(
  key: CryptoKey,
  label: string,
  sealed: Sealed,
): Promise<string | null> {
  const additionalData = new TextEncoder().encode(label);
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, sealed.bytes));
  } catch {
    return null; // WebCrypto says only OperationError for every way of not fitting
  }
}
