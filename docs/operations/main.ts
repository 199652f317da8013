import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { operationsPage } from './page.ts';

writeFileSync(resolve(import.meta.dirname, '..', 'operations.md'), operationsPage());
