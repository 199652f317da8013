import { describe, expect, test } from 'vitest';
import type { Account, AccountRef, Place } from './account';
import { foldAddress } from './address';
import type { Findings } from './findings';
import { nameOf, rowsOf, searchedOf, slotsOf, tagsOf, targetOf } from './person';
import type { Profile } from './profile';
import type { Standing } from './standing';

const mail: AccountRef = { id: 'm', name: 'Acme Mail', system: 'octeth' };
const school: AccountRef = { id: 's', name: 'Acme School', system: 'systeme' };
const news: Place = { id: '1', name: 'Newsletter' };
const shop: Place = { id: '2', name: 'Customers' };

const profile = (account: AccountRef, place: Place | null, standing: Standing): Profile => ({
  account,
  place,
  id: `${account.id}-${place?.id ?? ''}`,
  address: 'ada@lovelace.dev',
  name: null,
  standings: [standing],
  since: null,
  tags: [],
  journeys: [],
});

const findings = (account: AccountRef, profiles: Profile[], more: Partial<Findings> = {}) => ({
  account,
  at: 0,
  profiles,
  places: [],
  walk: null,
  failure: null,
  ...more,
});

describe('a person on the card', () => {
  test('has the first of the fullest names that any account gives', () => {
    const named = { ...profile(school, null, 'subscribed'), name: ' Ada Lovelace ' };
    const unnamed = { ...profile(mail, news, 'subscribed'), name: '  ' };
    expect(nameOf([findings(mail, [unnamed]), findings(school, [named])])).toBe('Ada Lovelace');
    expect(nameOf([findings(mail, [unnamed])])).toBeNull();
    const half = { ...profile(mail, news, 'subscribed'), name: 'Ada' };
    expect(nameOf([findings(mail, [half]), findings(school, [named])])).toBe('Ada Lovelace');
    const other = { ...named, name: 'Augusta King' };
    expect(nameOf([findings(mail, [named, other])])).toBe('Ada Lovelace');
  });

  test('law 3: a list that failed is not counted as searched', () => {
    const asked = findings(mail, [], {
      places: [
        { place: news, outcome: 'absent' },
        { place: shop, outcome: 'failed', failure: { kind: 'timeout', host: 'h' } },
      ],
    });
    expect(searchedOf(asked)).toEqual({ answered: 1, asked: 2 });
  });

  test('keeps its lines in the order in which the lists were asked', () => {
    const onShop = profile(mail, shop, 'pending');
    const rows = rowsOf(
      findings(mail, [onShop], {
        places: [
          { place: news, outcome: 'absent' },
          { place: shop, outcome: 'found' },
        ],
      }),
    );
    expect(rows.map((row) => [row.place?.name, row.profile])).toEqual([
      ['Newsletter', null],
      ['Customers', onShop],
    ]);
  });

  test('law 8: a target names account, list and the server’s own id', () => {
    const address = foldAddress('ada@lovelace.dev');
    expect(targetOf(profile(mail, news, 'subscribed'), address)).toEqual({
      account: mail,
      place: news,
      profileId: 'm-1',
      address,
    });
  });

  test('a tag stays with the profile that carries it', () => {
    const tagged = { ...profile(mail, news, 'subscribed'), tags: [{ id: '7', name: 'VIP' }] };
    expect(tagsOf(findings(mail, [tagged])).map((tag) => tag.profile.place)).toEqual([news]);
  });

  test('paused accounts and lists that are not searched take no place', () => {
    const account: Account = {
      ...mail,
      system: 'octeth',
      paused: false,
      keyTail: '1234',
      limit: { calls: 1, seconds: 1 },
      server: 'https://mail.acme.com',
      lists: [
        { ...news, searched: true },
        { ...shop, searched: false },
      ],
      listsByHand: false,
      journeysByHand: [],
    };
    expect(slotsOf([account, { ...account, id: 'p', paused: true }])).toEqual([
      { account: mail, places: [news] },
    ]);
  });
});
