import { expect, test } from 'vitest';
import { read, TARGETS } from './built.ts';

/** A link that stands in the page costs a third of the time to the field, even a disabled one. */
test.each(TARGETS)('%s: before its field is painted the popup asks for one file', (target) => {
  const html = read(target, 'popup.html');
  const atOnce = html.replace(/<template>.*?<\/template>/s, '');
  expect([...atOnce.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file)).toEqual([
    '/paint-first.js',
  ]);
  expect(atOnce).toContain('autofocus');
  expect(html).toMatch(/<template>.*<script type="module"[^>]*><\/script><\/template>/s);
});
