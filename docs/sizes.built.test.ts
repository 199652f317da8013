import { expect, test } from 'vitest';
import { compressedSize, loadedBy, has } from './built.ts';

/** Kilobytes, gzip; each entry with all it loads. Why the background has 52: ARCHITECTURE.md. */
const BUDGETS = [
  { entry: 'content-scripts/flags.js', kilobytes: 7 },
  { entry: 'content-scripts/card.js', kilobytes: 20 },
  { entry: 'background.js', kilobytes: 52 },
  { entry: 'popup.html', kilobytes: 30 },
  { entry: 'options.html', kilobytes: 40 },
];

test.each(BUDGETS)('$entry stays within $kilobytes KB', ({ entry, kilobytes }) => {
  expect(has('chrome-mv3', entry), `${entry} is built`).toBe(true);
  const files = loadedBy('chrome-mv3', entry);
  const styles = entry.replace(/\.\w+$/, '.css');
  if (has('chrome-mv3', styles)) files.push(styles);
  const size = compressedSize('chrome-mv3', files);
  console.log(`${entry}: ${size.toFixed(1)} of ${kilobytes} KB (${files.length} files)`);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(kilobytes);
});
