/** A text that is a plain address and nothing else, as in a table's cells: told by one native call. */
import { LOCAL_LIMIT } from '../people/address';
import type { EmailAddress } from '../people/address';
import { ASSET_WORDS } from './endings';
import type { Found } from './finder';

const WHOLE = new RegExp(
  String.raw`^[a-z\d]+(?:[._+-][a-z\d]+)*@[a-z]{2}[a-z\d]*(?:[.-][a-z\d]+)*\.(?!(?:${ASSET_WORDS.join('|')})$)[a-z]{2,}$`,
);

export const plainAddress = (text: string): Found[] | null =>
  text.length <= LOCAL_LIMIT && WHOLE.test(text)
    ? [{ address: text as EmailAddress, start: 0, end: text.length }] // nothing to fold
    : null;
