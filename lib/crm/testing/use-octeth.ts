/** A server of Octeth's for the tests of a block, as it was seeded before each of them. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { foldAddress } from '../../people/address';
import type { EmailAddress } from '../../people/address';
import { notable, startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/sandbox.ts';
import { octethOn } from './fakes';

export const DIALECTS = ['seed', 'public'] as const;
export const NEWSLETTER = { id: '12', name: 'Newsletter' };
export const CUSTOMERS = { id: '27', name: 'Customers' };

/** More than any test asks for. */
const LIMIT = { calls: 10_000, seconds: 1 };

export const person = (name: keyof typeof notable): EmailAddress =>
  foldAddress(notable[name].email);

export function useOcteth(options: SandboxOptions = {}) {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ octethLimit: LIMIT, ...options });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  return {
    get sandbox() {
      return sandbox;
    },
    get world() {
      return sandbox.world;
    },
    crm: (rig: Parameters<typeof octethOn>[1] = {}) => octethOn(sandbox, { limit: LIMIT, ...rig }),
    /** Every command in the order it came in. */
    asked: () => sandbox.log.map(({ command }) => command),
    /** What came with one command, or with all of them. */
    sent: (command?: string) =>
      sandbox.log
        .filter((entry) => command === undefined || entry.command === command)
        .map(({ body }) => JSON.parse(body) as Record<string, unknown>),
  };
}
