/** The Node that runs our TypeScript as it is. Plain JavaScript: runs before setup. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, features, versions } from 'node:process';
import { ROOT } from './run.mjs';

const PINNED = join(ROOT, 'node_modules', '.bin', 'node');
const OLDEST_CALLER = '22.18';

/** The one the lock file names, which there is for Linux on x64 alone; else the caller's own. */
export const ownNode = () => (existsSync(PINNED) ? PINNED : execPath);

/** To be asked once the dependencies are in. Throws where neither Node can run TypeScript. */
export function assertRunsTypeScript() {
  if (existsSync(PINNED) || features.typescript) return;
  throw new Error(
    `Node ${OLDEST_CALLER} or newer is needed on this system; this is ${versions.node}.`,
  );
}
