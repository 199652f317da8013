import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/sandbox.ts';
import type { Rights } from '../../people/ability';
import { abilitiesToExpect } from '../../people/ability-words';
import { octethAccount } from '../testing/fakes';
import { probeOctethRights } from './rights';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function probe(options: SandboxOptions, key?: string): Promise<Rights> {
  sandbox = await startSandbox(options);
  return probeOctethRights(octethAccount(sandbox), {
    server: sandbox.octeth.url,
    key: async () => key ?? sandbox.octeth.key,
    retryMs: 0,
  });
}
const refused = (named: string) => ({ may: false, named });
const commands = () => sandbox.log.map(({ command }) => command);

describe('the seed dialect, which does not tell', () => {
  test('reads find out what they can, and writes stay unknown', async () => {
    const octethPermissions = 'Subscribers.Get,Lists.Get,Subscriber.Update';
    expect(await probe({ dialect: 'seed', octethPermissions })).toMatchObject({
      'Subscribers.Get': { may: true },
      'Lists.Get': { may: true },
      'List.Update': refused('List.Update'),
      'CustomFields.Get': refused('CustomFields.Get'),
      'Campaign.Create': refused('Campaign.Create'),
      'Subscribers.Import': refused('Subscribers.Import'),
    });
    expect(commands()).not.toContain('subscriber.tag');
  });

  test('a key that may do everything is found to be as its card keeps room for', async () => {
    const rights = await probe({ dialect: 'seed' });
    expect(rights).toEqual(abilitiesToExpect('octeth').rights);
  });

  test('law 8: nothing but reads is asked', async () => {
    await probe({ dialect: 'seed' });
    for (const command of commands()) expect(command).toMatch(/\.(current|get|exists|list)$/);
  });

  test('a server that lacks a command says nothing of its right', async () => {
    const rights = await probe({ dialect: 'seed', lacks: ['journey.list', 'lists.get'] });
    expect(rights).not.toHaveProperty('Campaign.Create');
    expect(rights).toHaveProperty('Subscribers.Get', { may: true });
  });
});

describe('the public dialect, which tells', () => {
  test('one question is enough, and none of its secrets is kept', async () => {
    const rights = await probe({ dialect: 'public', octethPermissions: 'Subscribers.Get' });
    expect(commands()).toEqual(['user.current']);
    expect(rights['Subscribers.Get']).toEqual({ may: true });
    expect(rights['Subscribers.Delete']).toEqual(refused('Subscribers.Delete'));
    expect(JSON.stringify(rights)).not.toMatch(/secret|harbour|robin/i);
  });
});

test('a key nobody knows is no key that may do nothing', async () => {
  await expect(probe({ dialect: 'seed' }, 'wrong')).rejects.toThrow('wrong-key');
});
