/** `npm run test:firefox`: the main paths of the Firefox build, in a real Firefox, from a fresh clone. */
import { argv, exit, stdout } from 'node:process';
import { setUp } from './setup.mjs';
import { run } from './setup/run.mjs';

await setUp({ browser: false, firefox: true });
stdout.write('Building the extension…\n');
const build = await run('wxt', ['build', '-b', 'firefox', '--mv3'], { quiet: true });
if (!build.ok) {
  stdout.write(`${build.said}\n\nThe extension could not be built.\n`);
  exit(1);
}
const given = ['test', '--config', 'playwright.firefox.config.ts', ...argv.slice(2)];
const { ok } = await run('playwright', given);
exit(ok ? 0 : 1);
