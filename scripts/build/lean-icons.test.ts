import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { leanIcons } from './lean-icons.ts';

const icons = resolve(import.meta.dirname, '../../node_modules/lucide-static/icons');

test('an icon loses what only a file needs, and nothing that it is drawn with', () => {
  const { transform } = leanIcons();
  if (typeof transform !== 'function') throw new Error('the plugin transforms');
  const file = `${icons}/plus.svg`;
  const code = `export default ${JSON.stringify(readFileSync(file, 'utf8'))}`;
  const lean = Reflect.apply(transform, {}, [code, `${file}?raw`]) as { code: string }; // as written there
  expect(lean.code).not.toMatch(/xmlns|class=|license/);
  expect(lean.code).toContain('stroke-width=\\"2\\"');
  expect(lean.code.match(/width=/g)).toHaveLength(1);
});
