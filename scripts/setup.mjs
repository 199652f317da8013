/**
 * Everything a fresh clone needs before anything else can run: dependencies and a browser.
 * Plain JavaScript for Node 20 and newer, since what it installs is not there yet.
 */
import { env, exit, stdout, versions } from 'node:process';
import { provideBrowser } from './setup/browser.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideFirefox } from './setup/firefox.mjs';
import { assertRunsTypeScript } from './setup/node.mjs';
import { preferOwnPrograms } from './setup/run.mjs';

const OLDEST_NODE = 20;

/** Ends the process with a sentence where something is missing that it cannot bring. */
export async function setUp(wanted) {
  try {
    await bringAll(wanted);
  } catch (error) {
    stdout.write(`\nSetup failed. ${error.message}\n`);
    exit(1);
  }
}

/**
 * Throws what is missing as a sentence. Afterwards the project's own programs come first on PATH,
 * and `ADDRESSEE_BROWSER` or `ADDRESSEE_FIREFOX` names the browser.
 */
export async function bringAll({ browser = true, firefox = false } = {}) {
  if (Number.parseInt(versions.node, 10) < OLDEST_NODE) {
    throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${versions.node}.`);
  }
  await installDependencies(tell);
  assertRunsTypeScript();
  preferOwnPrograms();
  if (browser) env.ADDRESSEE_BROWSER = await provideBrowser(tell);
  if (firefox) env.ADDRESSEE_FIREFOX = await provideFirefox(tell);
}

const tell = (sentence) => stdout.write(`${sentence}\n`);
