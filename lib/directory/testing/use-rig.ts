/** A sandbox and what fills from it, new before each test. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { type Rig, rigFor } from './filling';
import { useFixedPrints } from './fixed-prints';

const FREE = { calls: 1_000_000, seconds: 1 };

export function useRig(people = 2000): { readonly sandbox: Sandbox; readonly rig: Rig } {
  let sandbox: Sandbox;
  let rig: Rig;
  useFixedPrints();
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    sandbox = await startSandbox({ people, octethLimit: FREE, matonLimit: FREE });
    rig = rigFor(sandbox);
  });
  afterEach(() => sandbox.close());
  return {
    get sandbox() {
      return sandbox;
    },
    get rig() {
      return rig;
    },
  };
}
