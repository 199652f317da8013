import { expect, test } from 'vitest';
import { tagUseKey } from '../crm/offers';
import type { Account } from '../people/account';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createSettings } from './settings';
import { octethAccount, systemeAccount } from './testing/accounts';

const setUp = (known: Account[] = [octethAccount(), systemeAccount()]) => {
  const local = createMemoryArea();
  return createSettings({ local, accounts: { list: async () => known } });
};
const { id, name, system } = octethAccount();
const tagOf = (tagId: string) => ({
  account: { id, name, system },
  place: { id: '1', name: 'News' },
  id: tagId,
  name: `tag ${tagId}`,
});

test('flags are off the page until sites are chosen', async () => {
  expect(await setUp().flags()).toEqual({ mode: 'chosen', sites: [] });
});

test('sites are kept as origins, each once', async () => {
  const settings = setUp();
  const sites = ['https://Mail.example.com/inbox', ' https://mail.example.com', 'http://a.test:81'];
  await settings.setFlags({ mode: 'everywhere', sites });
  expect(await settings.flags()).toEqual({
    mode: 'everywhere',
    sites: ['https://mail.example.com', 'http://a.test:81'],
  });
});

test.each(['', 'mail.example.com', 'javascript:alert(1)', 'file:///etc'])(
  '%j is no site',
  async (site) => {
    const settings = setUp();
    await expect(settings.setFlags({ mode: 'chosen', sites: [site] })).rejects.toThrow('bad-input');
  },
);

test('the menu holds what is pinned, then the eight latest', async () => {
  const settings = setUp();
  await settings.pin({ ...tagOf('1'), pinned: false }, true);
  for (let tag = 2; tag <= 12; tag += 1) await settings.noteTagUsed(tagOf(String(tag)));
  await settings.noteTagUsed(tagOf('1'));
  const ids = (await settings.menuTags()).map((tag) => tag.id);
  expect(ids).toEqual(['1', '12', '11', '10', '9', '8', '7', '6', '5']);
});

test('an unpinned tag goes back among the recent ones', async () => {
  const settings = setUp();
  await settings.pin({ ...tagOf('1'), pinned: false }, true);
  await settings.pin({ ...tagOf('1'), pinned: true }, false);
  expect(await settings.menuTags()).toEqual([{ ...tagOf('1'), pinned: false }]);
});

test('law 2: the menu names accounts as they are named now, and only those in use', async () => {
  const known: Account[] = [octethAccount()];
  const settings = setUp(known);
  await settings.noteTagUsed(tagOf('1'));
  known[0] = octethAccount({ name: 'Renamed' });
  expect((await settings.menuTags())[0]?.account.name).toBe('Renamed');
  known[0] = octethAccount({ paused: true });
  expect(await settings.menuTags()).toEqual([]);
});

test('a tag in the menu is called as it is by now, and is gone once it is deleted', async () => {
  const settings = setUp();
  const { account, place } = tagOf('1');
  await settings.pin({ ...tagOf('1'), pinned: false }, true);
  await settings.noteTagUsed(tagOf('2'));
  await settings.renameTag({ account, place }, { id: '1', name: 'Gold' });
  await settings.renameTag({ account, place: { id: '2', name: 'Shop' } }, { id: '2', name: 'x' });
  const named = async () => (await settings.menuTags()).map((tag) => [tag.name, tag.pinned]);
  expect(await named()).toEqual([
    ['Gold', true],
    ['tag 2', false],
  ]);
  await settings.forgetTags({ account, place: null }, null);
  await settings.forgetTags({ account, place }, '1');
  expect(await named()).toEqual([['tag 2', false]]);
  await settings.forgetTags({ account, place }, null);
  expect(await named()).toEqual([]);
});

test('uses are counted per account and list', async () => {
  const settings = setUp();
  await settings.noteTagUsed(tagOf('1'));
  await settings.noteTagUsed(tagOf('1'));
  await settings.noteTagUsed({ ...tagOf('1'), place: { id: '2', name: 'Course' } });
  expect(await settings.tagUses(id)).toEqual({
    [tagUseKey('1', '1')]: 2,
    [tagUseKey('2', '1')]: 1,
  });
  expect(await settings.tagUses('other')).toEqual({});
  await settings.forgetAccount(id);
  expect(await settings.tagUses(id)).toEqual({});
  expect(await settings.menuTags()).toEqual([]);
});
