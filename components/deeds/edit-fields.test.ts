import { describe, expect, test } from 'vitest';
import { foldAddress } from '@/lib/people/address';
import type { Profile } from '@/lib/people/profile';
import { editFields, isChanged, sayBefore, updatesOf, valueOf } from './edit-fields';

const address = foldAddress('ada@lovelace.dev');
const on = (id: string, name: string): Profile => ({
  account: { id: 'm', name: 'Acme Mail', system: 'octeth' },
  place: { id, name },
  id: `p${id}`,
  address: 'Ada@Lovelace.dev',
  name: null,
  standings: ['subscribed'],
  since: null,
  tags: [],
  journeys: [],
});
const news = {
  profile: on('1', 'Newsletter'),
  fields: [
    { id: '5', name: 'City', value: 'London' },
    { id: '6', name: 'Phone', value: '' },
  ],
};
const shop = {
  profile: on('2', 'Customers'),
  fields: [{ id: '9', name: 'city ', value: '' }],
};
const edit = (part: Partial<Parameters<typeof updatesOf>[0]>) =>
  updatesOf({ lists: [news], typed: [], newAddress: null, address, ...part });

describe('the fields that can be edited', () => {
  test('of one list are all of them; of several, those that bear the same name in each', () => {
    expect(editFields([news]).map(({ name }) => name)).toEqual(['City', 'Phone']);
    const [city, ...others] = editFields([news, shop]);
    expect(others).toEqual([]);
    expect(city?.stands.map(({ id }) => id)).toEqual(['5', '9']);
    expect(city && valueOf(city)).toBeNull();
    expect(city && sayBefore(city)).toBe('Newsletter: London · Customers: empty');
  });

  test('of one name are told apart', () => {
    const twice = { ...news, fields: [...news.fields, { id: '7', name: 'city', value: 'Paris' }] };
    expect(editFields([twice]).map(({ key }) => key)).toEqual(['city', 'phone', 'city 2']);
  });

  test('keep their keys whichever lists are chosen, so that typing is not lost', () => {
    expect(editFields([shop])[0]?.key).toBe(editFields([news, shop])[0]?.key);
  });
});

describe('only what was changed is sent', () => {
  test('nothing where nothing was typed, or the same again', () => {
    expect(edit({})).toEqual([]);
    expect(edit({ typed: [{ key: 'city', text: ' London ' }] })).toEqual([]);
    expect(edit({ newAddress: address })).toEqual([]);
  });

  test('a field with what stood in it before', () => {
    const [update, ...others] = edit({ typed: [{ key: 'city', text: 'Paris ' }] });
    expect(others).toEqual([]);
    expect(update).toMatchObject({
      kind: 'update',
      target: { profileId: 'p1', place: { name: 'Newsletter' }, address },
      fields: [{ id: '5', name: 'City', before: 'London', after: 'Paris' }],
      newAddress: null,
    });
  });

  test('to each of several lists by the id it has there, and to none where it is so already', () => {
    const lists = [news, shop];
    const updates = edit({ lists, typed: [{ key: 'city', text: 'London' }] });
    expect(updates).toMatchObject([
      { target: { profileId: 'p2' }, fields: [{ id: '9', before: '', after: 'London' }] },
    ]);
    const emptied = edit({ lists, typed: [{ key: 'city', text: '' }] });
    expect(emptied).toMatchObject([{ target: { profileId: 'p1' }, fields: [{ after: '' }] }]);
  });

  test('the address as the server spells it, and the new one', () => {
    const newAddress = foldAddress('ada@byron.example');
    expect(edit({ newAddress })).toMatchObject([
      { fields: [], newAddress: { before: 'Ada@Lovelace.dev', after: 'ada@byron.example' } },
    ]);
  });
});

test('a field is changed when any of its lists would be written to', () => {
  const [city] = editFields([news, shop]);
  expect(city && isChanged(city, [{ key: 'city', text: 'London' }])).toBe(true);
  expect(city && isChanged(city, [])).toBe(false);
});
