/**
 * `npm run demo`: from a fresh clone to the extension at work in a browser, connected to the
 * sandbox. `-- --headless --once` does the main job without a window and ends.
 */
import { argv, exit, stdout } from 'node:process';
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { ownNode } from './setup/node.mjs';
import { ROOT, run } from './setup/run.mjs';

await setUp();
stdout.write('Building the extension…\n');
const build = await run('wxt', ['build'], { quiet: true });
if (!build.ok) {
  stdout.write(`${build.said}\n\nThe extension could not be built.\n`);
  exit(1);
}
const demo = await run(ownNode(), [
  '--no-warnings',
  join(ROOT, 'scripts', 'demo.ts'),
  ...argv.slice(2),
]);
exit(demo.ok ? 0 : 1);
