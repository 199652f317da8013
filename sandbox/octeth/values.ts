import { isIP } from 'node:net';

export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

/** Of good form, and no longer than the columns that hold it (RFC 5321). */
export function isStorable(email: string): boolean {
  return email.length <= 254 && email.indexOf('@') <= 64;
}

/** `Y-m-d` or `Y-m-d H:i:s`, and a day that exists. */
export function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(text)) return false;
  const at = new Date(`${text.replace(' ', 'T')}${text.length === 10 ? 'T00:00:00' : ''}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10));
}

export function isAddress(text: string): boolean {
  return isIP(text) !== 0;
}
