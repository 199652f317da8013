// Both services on this machine, from a fresh clone: `npm run sandbox -- --dialect public`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { ownNode } from './setup/node.mjs';
import { ROOT } from './setup/run.mjs';

await setUp({ browser: false });
const main = join(ROOT, 'sandbox', 'main.ts');
const sandbox = spawn(ownNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });

// A terminal sends Ctrl-C to both; a signal to this process alone is handed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => sandbox.kill('SIGTERM'));
sandbox.on('exit', (code) => process.exit(code ?? 0));
