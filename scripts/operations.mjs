// Writes docs/operations.md from the table of operations: `npm run operations`.
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { ownNode } from './setup/node.mjs';
import { ROOT, run } from './setup/run.mjs';

await setUp({ browser: false });
const written = await run(ownNode(), [join(ROOT, 'docs', 'operations', 'main.ts')]);
process.exit(written.ok ? 0 : 1);
