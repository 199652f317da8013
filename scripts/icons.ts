/** Draws the icons that browsers want from the one drawing: `node scripts/icons.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserPath } from '../e2e/harness/browser.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SIZES = [16, 32, 48, 128];
/** Thin lines vanish at the smallest sizes, so these have a drawing of their own. */
const SMALL = 32;

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(`${ROOT}/public/icon`, { recursive: true });
for (const size of SIZES) {
  const drawing = size <= SMALL ? 'icon-small.svg' : 'icon.svg';
  const svg = readFileSync(`${ROOT}/docs/art/${drawing}`, 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  writeFileSync(
    `${ROOT}/public/icon/${size}.png`,
    await page.screenshot({
      omitBackground: true,
      clip: { x: 0, y: 0, width: size, height: size },
    }),
  );
}
await browser.close();
