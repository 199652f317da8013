/** Which browser on this machine can carry the extension. Plain JavaScript: runs before setup. */
import { env } from 'node:process';
import { findProgram, onPath } from './programs.mjs';

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
  const wanted = { variable: 'ADDRESSEE_BROWSER', names: NAMES, oldest: OLDEST };
  const { path, said } = findProgram(wanted);
  if (!path && !env.ADDRESSEE_BROWSER && STABLE_CHROME.flatMap(onPath).length > 0) {
    said.push('Google Chrome is here, but its stable build no longer takes --load-extension.');
  }
  return { path, said };
}
