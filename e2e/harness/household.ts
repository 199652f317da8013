/** What the tests of one worker share: a sandbox, and a profile with both accounts connected. */
import { startSandbox, type Dialect, type Sandbox } from '../../sandbox/sandbox.ts';
import { connectBoth } from './connect.ts';
import { startExtension } from './extension.ts';
import { removeProfile } from './run.ts';

export interface Household {
  /** Its addresses stay, since they are in the profile; its world is new for each test. */
  sandbox: Sandbox;
  /** Where both accounts were connected, by the first who asks; to be copied. */
  profile(): Promise<string>;
  close(): Promise<void>;
}

export async function openHousehold(dialect: Dialect): Promise<Household> {
  const sandbox = await startSandbox({ dialect });
  let profile: Promise<string> | undefined;
  return {
    sandbox,
    profile: () => (profile ??= connectedProfile(sandbox)),
    async close() {
      await sandbox.close();
      if (profile) removeProfile(await profile);
    },
  };
}

async function connectedProfile(sandbox: Sandbox): Promise<string> {
  const extension = await startExtension();
  await connectBoth(extension, sandbox);
  return extension.keep();
}
