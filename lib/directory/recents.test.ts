import { expect, test } from 'vitest';
import type { EmailAddress } from '../people/address';
import { createMemoryArea } from '../storage/testing/memory-area';
import { createRecents } from './recents';

const person = (name: string) => `${name}@x.dev` as EmailAddress; // Already folded.

test('the newest comes first, once, and a known name stays', async () => {
  const recents = createRecents({ local: createMemoryArea(), now: () => 5 });
  await recents.note(person('ada'), 'Ada');
  await recents.note(person('bob'), null);
  await recents.note(person('ada'), null);
  expect(await recents.list()).toEqual([
    { address: 'ada@x.dev', name: 'Ada', at: 5 },
    { address: 'bob@x.dev', name: null, at: 5 },
  ]);
});

test('twenty are kept, and forgetting leaves none', async () => {
  const recents = createRecents({ local: createMemoryArea(), now: () => 5 });
  for (let each = 0; each < 25; each += 1) await recents.note(person(`p${each}`), null);
  expect(await recents.list()).toHaveLength(20);
  await recents.forget();
  expect(await recents.list()).toEqual([]);
});
