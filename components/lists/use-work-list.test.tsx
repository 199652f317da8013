// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { OctethAccount } from '@/lib/people/account';
import { octeth } from '../accounts/testing/accounts';
import { useWorkList } from './use-work-list';

const list = (id: string, name: string) => ({ id, name, searched: true });
const one = octeth({ id: 'a', name: 'Client A', lists: [list('1', 'One'), list('2', 'Two')] });
const other = octeth({ id: 'b', name: 'Client B', lists: [list('3', 'Three')] });
const NOBODY = { accountId: '', listId: '' };

interface ProbeProps {
  accounts: OctethAccount[];
  named: typeof NOBODY;
  mustChoose: boolean;
}

function Probe({ accounts, named, mustChoose }: ProbeProps) {
  const { account, list, lost } = useWorkList(accounts, named, mustChoose);
  return <p>{JSON.stringify([account?.name ?? null, list?.name ?? null, lost])}</p>;
}

/** What is at work, each time it is asked for. */
function atWork() {
  const root = document.createElement('div');
  return (accounts: OctethAccount[], mustChoose = false, named = NOBODY): unknown => {
    void act(() => render(<Probe {...{ accounts, named, mustChoose }} />, root));
    return JSON.parse(root.textContent);
  };
}

test('law 2: a look at the first account and list chooses neither', () => {
  const at = atWork();
  expect(at([one, other], true)).toEqual([null, null, null]);
  expect(at([one, other])).toEqual(['Client A', 'One', null]);
  expect(at([one, other], true)).toEqual([null, null, null]);
  expect(at([one, other])).toEqual(['Client A', 'One', null]);
});

test('law 2: a list that nobody named is not replaced by another either, once it has gone', () => {
  const at = atWork();
  const named = { accountId: 'a', listId: '' };
  expect(at([one], false, named)).toEqual(['Client A', 'One', null]);
  const without = { ...one, lists: one.lists.slice(1) };
  const lost = 'This list of “Client A” is gone.';
  expect(at([without], false, named)).toEqual(['Client A', null, lost]);
  expect(at([without], false, { accountId: 'a', listId: '2' })).toEqual(['Client A', 'Two', null]);
});

test('law 2: an account that nobody named is not replaced by another, once it has gone', () => {
  const at = atWork();
  at([one, other]);
  const lost = '“Client A” is no longer connected.';
  expect(at([other])).toEqual([null, null, lost]);
  expect(at([other], true)).toEqual([null, null, lost]);
});
