import type { AtList } from './ListWork';

/** Account and list are in the name, without what file systems cannot bear. */
export function fileNameOf({ account, place }: AtList, what: string, ending: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const name = `${account.name} ${place.name} ${what}`
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${name} ${day}.${ending}`;
}
