/** Programs that are on this machine. Plain JavaScript: runs before setup. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/**
 * The one that a variable of the environment names, else the first on PATH that is new enough.
 * @returns {{ path: string | null, said: string[] }} what was found, and what to know of the rest
 */
export function findProgram({ variable, names, oldest }) {
  const said = [];
  const named = env[variable];
  if (named) {
    const path = isProgram(named) ? named : null;
    if (!path) said.push(`${variable} names ${named}, which cannot be run.`);
    return { path, said };
  }
  for (const path of names.flatMap(onPath)) {
    if (isSnap(path)) {
      said.push(`${path} is a snap, which cannot read a profile in a temporary folder.`);
      continue;
    }
    const version = versionOf(path);
    if (version === null || version >= oldest) return { path, said };
    said.push(`${path} is version ${version}; ${oldest} or newer is needed.`);
  }
  return { path: null, said };
}

export function onPath(name) {
  const file = platform === 'win32' ? `${name}.exe` : name;
  const candidates = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, file));
  return candidates.filter(isProgram).slice(0, 1);
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isSnap(path) {
  const target = realpathSync(path);
  return (
    /\/snap(\/|$)/.test(target) || readFileSync(target).subarray(0, 4096).includes('/snap/bin')
  );
}

function versionOf(path) {
  try {
    const options = { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] };
    const answer = execFileSync(path, ['--version'], options);
    return Number(/(\d+)\.\d+/.exec(answer)?.[1] ?? NaN) || null;
  } catch {
    return null;
  }
}
