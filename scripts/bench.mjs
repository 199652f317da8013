/** `npm run bench`: each figure beside its peer and its limit, as ratios from one run. */
import { join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { setUp } from './setup.mjs';
import { ownNode } from './setup/node.mjs';
import { ROOT, run } from './setup/run.mjs';

await setUp();
stdout.write('Building the extension…\n');
const build = await run('wxt', ['build'], { quiet: true });
if (!build.ok) {
  stdout.write(`${build.said}\n`);
  exit(1);
}
const bench = await run(ownNode(), [
  '--no-warnings',
  join(ROOT, 'bench', 'main.ts'),
  ...argv.slice(2),
]);
exit(bench.ok ? 0 : 1);
