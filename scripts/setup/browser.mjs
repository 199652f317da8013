import { createRequire } from 'node:module';
import { env, getuid, platform } from 'node:process';
import { findBrowser, isProgram } from './find-browser.mjs';
import { ROOT, run } from './run.mjs';

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
  if (platform !== 'linux' || !(await run('apt-get', ['--version'], { quiet: true })).ok) {
    return { why: 'there is no apt-get here' };
  }
  const before = getuid() === 0 ? [] : ['sudo', '-n'];
  const may = before.length === 0 || (await run('sudo', ['-n', 'true'], { quiet: true })).ok;
  if (!may) return { why: 'apt-get needs a password here' };
  tell('Installing Debian’s chromium through apt-get…');
  const extra = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [program, ...rest] = [...before, 'apt-get', ...step];
    const { ok, said } = await run(program, rest, { seconds: 300, quiet: true, extra });
    if (!ok && step[0] === 'install') return { why: `apt-get failed (${reasonIn(said)})` };
  }
  return findBrowser().path ? findBrowser() : { why: 'Debian’s chromium is too old' };
}

/** Loaded only now: before the dependencies are in, it is not there. */
const playwrightPath = () => createRequire(`${ROOT}/`)('playwright-core').chromium.executablePath();

const runs = async (path) =>
  isProgram(path) && (await run(path, ['--version'], { seconds: 30, quiet: true })).ok;

/** The line of a program's complaint that says what was wrong. */
function reasonIn(said) {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(e: |error|.*\berror:)/i.test(line)) ?? lines.at(-1) ?? 'no reason';
}
