import { createRequire } from 'node:module';
import { env } from 'node:process';
import { installDebian } from './debian.mjs';
import { findBrowser } from './find-browser.mjs';
import { isProgram } from './programs.mjs';
import { reasonIn, ROOT, run } from './run.mjs';

/** One that is here, else Playwright's own, else Debian's; throws with what to install. */
export async function provideBrowser(tell) {
  const { path, said } = findBrowser();
  for (const sentence of said) tell(sentence);
  if (path) return path;
  if (env.ADDRESSEE_BROWSER) throw new Error('Set ADDRESSEE_BROWSER to a browser that runs.');

  const tried = [];
  for (const provide of [ownDownload, debianPackage]) {
    const result = await provide(tell);
    if (result.path) return result.path;
    tried.push(result.why);
  }
  throw new Error(
    [
      'No browser that can carry the extension, and none could be installed:',
      ...tried.map((why) => `  - ${why}`),
      'Install one of Chromium 148 or newer, Chrome for Testing or Microsoft Edge, so that it',
      'is found on PATH, or name its program in ADDRESSEE_BROWSER, and run this again.',
      'Debian and Ubuntu: sudo apt-get install chromium',
      'macOS, Windows and others: npx playwright install chromium',
    ].join('\n'),
  );
}

async function ownDownload(tell) {
  const path = playwrightPath();
  if (await runs(path)) return { path };
  tell('No browser found; downloading Chromium through Playwright (about 180 MB)…');
  const download = await run('playwright', ['install', '--no-shell', 'chromium'], {
    seconds: 300,
    quiet: true,
  });
  if (await runs(path)) return { path };
  return {
    why: download.ok
      ? 'Playwright’s Chromium is there but does not start; system libraries may be missing'
      : `Playwright could not download Chromium (${reasonIn(download.said)})`,
  };
}

async function debianPackage(tell) {
  const { why } = await installDebian('chromium', tell);
  if (why) return { why };
  return findBrowser().path ? findBrowser() : { why: 'Debian’s chromium is too old' };
}

/** Loaded only now: before the dependencies are in, it is not there. */
const playwrightPath = () => createRequire(`${ROOT}/`)('playwright-core').chromium.executablePath();

const runs = async (path) =>
  isProgram(path) && (await run(path, ['--version'], { seconds: 30, quiet: true })).ok;
