import { FailureError } from '../failure';

const KEY_LENGTH = 1_000;
const PASSPHRASE_LENGTHS = { least: 8, most: 1_000 };
/** Below this length four characters would give away too much of a key. */
const SHORTEST_WITH_TAIL = 8;

const refuse = (field: string, reason: string) =>
  new FailureError({ kind: 'bad-input', field, reason });

/** An API key as it is pasted: trimmed, and one word of printable characters. */
export function cleanKey(text: string): string {
  const key = text.trim();
  if (key === '') throw refuse('key', 'Enter the API key.');
  if (key.length > KEY_LENGTH) {
    throw refuse('key', `This is too long for an API key: ${KEY_LENGTH} characters at most.`);
  }
  if (/[\s\p{Cc}\p{Cf}]/u.test(key)) {
    throw refuse('key', 'An API key has no spaces or line breaks in it. Copy it once more.');
  }
  return key;
}

export function cleanPassphrase(text: string): string {
  const { least, most } = PASSPHRASE_LENGTHS;
  if (text.trim() === '') throw refuse('passphrase', 'Enter a passphrase.');
  if (text.length < least) {
    throw refuse('passphrase', `A passphrase needs at least ${least} characters.`);
  }
  if (text.length > most) {
    throw refuse('passphrase', `This passphrase is too long: ${most} characters at most.`);
  }
  return text;
}

export const tailOf = (key: string): string =>
  key.length < SHORTEST_WITH_TAIL ? '' : key.slice(-4);
