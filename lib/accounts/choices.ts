/** What can be changed about an account besides its connection; bad input is refused in words. */
import { FailureError } from '../failure';
import type { Account, CallLimit, OctethAccount, Place } from '../people/account';

const NAME_LENGTH = 200;
const MOST_BY_HAND = 500;
const MOST_CALLS = 10_000;
const MOST_SECONDS = 3_600;

const refuse = (field: string, reason: string) =>
  new FailureError({ kind: 'bad-input', field, reason });

export function withSearched(account: Account, searched: readonly string[]): Account {
  const octeth = needLists(account);
  const unknown = searched.find((id) => !octeth.lists.some((list) => list.id === id));
  if (unknown !== undefined) throw refuse('lists', 'One of these lists is not in this account.');
  if (searched.length === 0) {
    throw refuse('lists', 'Choose at least one list, or pause the account.');
  }
  const lists = octeth.lists.map((list) => ({ ...list, searched: searched.includes(list.id) }));
  return { ...octeth, lists };
}

/** Lists are taken only where the server cannot tell them; new ones are searched. */
export function withByHand(
  account: Account,
  byHand: { lists: readonly Place[]; journeys: readonly Place[] },
): Account {
  const octeth = needLists(account);
  const journeysByHand = cleanPlaces(byHand.journeys, 'journeys', 'Journey');
  const lists = cleanPlaces(byHand.lists, 'lists', 'List');
  const before = new Map(octeth.lists.map((list) => [list.id, list.searched]));
  if (!octeth.listsByHand) {
    if (lists.some(({ id }) => !before.has(id))) {
      throw refuse('lists', 'This server tells its lists itself, so none are typed by hand.');
    }
    return { ...octeth, journeysByHand };
  }
  const chosen = lists.map((list) => ({ ...list, searched: before.get(list.id) ?? true }));
  return { ...octeth, lists: chosen, journeysByHand };
}

export function withLimit(account: Account, limit: CallLimit): Account {
  if (!isWhole(limit.calls, MOST_CALLS)) {
    throw refuse('calls', `The number of calls is a whole number from 1 to ${MOST_CALLS}.`);
  }
  if (!isWhole(limit.seconds, MOST_SECONDS)) {
    throw refuse('seconds', `The seconds are a whole number from 1 to ${MOST_SECONDS}.`);
  }
  return { ...account, limit: { calls: limit.calls, seconds: limit.seconds } };
}

/** Of an account that was tried anew, what is chosen of it as it stands now stays. */
export function withChoicesOf(current: Account, tried: Account): Account {
  const { name, paused, limit, keyTail } = current;
  const chosen = { ...tried, name, paused, limit, keyTail };
  const isSame = chosen.id === current.id;
  if (!isSame || chosen.system !== 'octeth' || current.system !== 'octeth') return chosen;
  const { journeysByHand } = current;
  const lists = chosen.listsByHand ? current.lists : withListsOf(current, chosen.lists);
  return { ...chosen, lists, journeysByHand };
}

/** A list not seen before is searched. */
function withListsOf(current: OctethAccount, lists: readonly Place[]): OctethAccount['lists'] {
  const chosen = new Map(current.lists.map(({ id, searched }) => [id, searched]));
  const merged = lists.map((list) => ({ ...list, searched: chosen.get(list.id) ?? true }));
  // Where every chosen list has gone, searching none would be called “found nowhere” (law 3).
  if (merged.some(({ searched }) => searched)) return merged;
  return merged.map((list) => ({ ...list, searched: true }));
}

const isWhole = (count: number, most: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= most;

function needLists(account: Account): OctethAccount {
  if (account.system === 'octeth') return account;
  throw refuse('lists', 'Systeme.io has no lists to choose from.');
}

function cleanPlaces(places: readonly Place[], field: string, word: string): Place[] {
  if (places.length > MOST_BY_HAND) throw refuse(field, `${MOST_BY_HAND} are the most.`);
  const clean = places.map(({ id, name }) => {
    const number = id.trim();
    if (!/^[1-9]\d{0,14}$/.test(number)) {
      throw refuse(field, `${word} ids are whole numbers, as in 12.`);
    }
    return { id: number, name: name.trim().slice(0, NAME_LENGTH) || `${word} ${number}` };
  });
  if (new Set(clean.map(({ id }) => id)).size < clean.length) {
    throw refuse(field, `The same ${word.toLowerCase()} id stands there twice.`);
  }
  return clean;
}
