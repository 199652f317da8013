import { expect, test } from 'vitest';
import { createDrafts } from './drafts';
import { fakeStorage } from './testing/fake-powers';

const fields = { name: 'Acme', server: 'https://mail.acme.com', gateway: '', control: '' };

test('what was typed comes back, and is gone once dropped', () => {
  const storage = fakeStorage();
  createDrafts(storage).keep('new-octeth', fields);
  expect(createDrafts(storage).read('new-octeth')).toEqual(fields);
  createDrafts(storage).drop('new-octeth');
  expect(createDrafts(storage).read('new-octeth')).toBeNull();
});

test('law 5: a key that rides along is not kept', () => {
  const storage = fakeStorage();
  createDrafts(storage).keep('new-octeth', { ...fields, key: 'secret-9f3c' } as typeof fields);
  expect(storage.getItem(storage.key(0) ?? '')).not.toContain('secret');
});

test('the form last typed into is the one to open again', () => {
  const storage = fakeStorage();
  let now = 1;
  const drafts = createDrafts(storage, () => now);
  expect(drafts.latest()).toBeNull();
  drafts.keep('new-systeme', fields);
  now = 2;
  drafts.keep('edit:7', fields);
  now = 0;
  drafts.keep('new-octeth', fields);
  expect(drafts.latest()).toBe('edit:7');
});

test.each(['', 'null', '{', '[]', '{"at":"x"}', '{"at":1}', '{"at":1,"fields":3}'])(
  'a draft that reads %j is no draft',
  (text) => {
    const storage = fakeStorage();
    storage.setItem('addressee:draft:new-octeth', text);
    const drafts = createDrafts(storage);
    expect(drafts.read('new-octeth')).toBeNull();
    expect(drafts.latest()).toBeNull();
  },
);

test('a full storage loses no typing on the screen', () => {
  const storage = fakeStorage();
  storage.setItem = () => {
    throw new Error('full');
  };
  expect(() => createDrafts(storage).keep('new-octeth', fields)).not.toThrow();
});
