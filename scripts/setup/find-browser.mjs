/** Which browser on this machine can carry the extension. Plain JavaScript: runs before setup. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

const NAMES = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'google-chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
];
/** Chrome's stable build has not taken `--load-extension` since 137. */
const STABLE_CHROME = ['google-chrome', 'google-chrome-stable'];
const OLDEST = 148;

/** @returns {{ path: string | null, said: string[] }} what was found, and what to know of the rest */
export function findBrowser() {
  const said = [];
  if (env.ADDRESSEE_BROWSER) {
    const path = isProgram(env.ADDRESSEE_BROWSER) ? env.ADDRESSEE_BROWSER : null;
    if (!path) said.push(`ADDRESSEE_BROWSER names ${env.ADDRESSEE_BROWSER}, which cannot be run.`);
    return { path, said };
  }
  for (const path of NAMES.flatMap(onPath)) {
    if (isSnap(path)) {
      said.push(`${path} is a snap, which cannot read a profile in a temporary folder.`);
      continue;
    }
    const version = versionOf(path);
    if (version === null || version >= OLDEST) return { path, said };
    said.push(`${path} is version ${version}; ${OLDEST} or newer is needed.`);
  }
  if (STABLE_CHROME.flatMap(onPath).length > 0) {
    said.push('Google Chrome is here, but its stable build no longer takes --load-extension.');
  }
  return { path: null, said };
}

function onPath(name) {
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
    return Number(/(\d+)\.\d+\.\d+/.exec(answer)?.[1] ?? NaN) || null;
  } catch {
    return null;
  }
}
