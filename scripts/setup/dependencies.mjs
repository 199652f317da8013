import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

/** Installs what the lock file names, where any of it is missing or of another version. */
export async function installDependencies(tell) {
  const missing = countMissing();
  if (missing === 0) return;
  tell(
    missing === null
      ? 'Installing dependencies (about a minute the first time)…'
      : `Dependencies are stale (${missing} to bring up to date); installing again…`,
  );
  const { ok, said } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
  });
  if (!ok) throw new Error(`npm ci failed:\n${said}`);
}

/** Null where nothing was ever installed, or not to its end. */
function countMissing() {
  // npm writes this file last, so it is not there after an install that was broken off.
  const installed = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!installed || !existsSync(join(ROOT, 'node_modules', '.bin'))) return null;
  const wanted = Object.entries(packagesIn(join(ROOT, 'package-lock.json')) ?? {});
  return wanted.filter(([path, { version, optional }]) => {
    if (path === '') return false;
    const there = installed[path];
    // What is optional may be meant for another system.
    return there ? there.version !== version : !optional;
  }).length;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
