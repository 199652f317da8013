import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { browserPath } from '../e2e/harness/browser.ts';
import { median, printTable, times } from './figures.ts';

const ROUNDS = 9;
const ROOT = resolve(import.meta.dirname, '..');

/** The finder in Chromium, against the least that finding an @ costs, and against linkify-it. */
export async function benchFinder(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const taken = await measure(page);
    printTable(
      `Finding addresses (${ROUNDS} rounds by turns, over one pass for the @ in the same text)`,
      [
        ['', ...Object.keys(taken)],
        ...['indexOf', 'finder', 'linkify-it'].map((name) => [
          name,
          ...Object.values(taken).map((column) =>
            times(median(column[name] ?? []) / median(column['indexOf'] ?? [])),
          ),
        ]),
        [
          'linkify-it / finder',
          ...Object.values(taken).map((column) =>
            times(median(column['linkify-it'] ?? []) / median(column['finder'] ?? [])),
          ),
        ],
      ],
    );
  } finally {
    await browser.close();
  }
}

/** Both finders as a page would load them, minified. */
async function bundle(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: resolve(ROOT, 'bench/finders.ts'),
        formats: ['iife'],
        name: 'finders',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk] = output?.output ?? [];
  if (!chunk?.code) throw new Error('The finders could not be bundled');
  return chunk.code;
}

interface Finders {
  finders: { finder(text: string): number; linkify(text: string): number };
}

/** By kind of text, then by finder: milliseconds a pass, one for each round. */
const measure = (page: Page): Promise<Record<string, Record<string, number[]>>> =>
  page.evaluate((rounds) => {
    const { finders } = globalThis as unknown as Finders; // put there by the bundle
    const WORDS = 'the order was sent on monday and she asked for a slide of page two '.split(' ');
    const MEGABYTE = 1_000_000;

    const pageText = (others: number, mails: number): string => {
      const parts: string[] = [];
      const gap = MEGABYTE / Math.max(1, others + mails);
      let length = 0;
      let planted = 0;
      for (let index = 0; length < MEGABYTE; index += 1) {
        let word = WORDS[(index * 7) % WORDS.length] ?? '';
        if (others + mails > 0 && length > planted * gap) {
          word = planted % 8 < 5 ? `person${index}@mail${index % 9}.example.org` : `@name${index}`;
          planted += 1;
        }
        parts.push(word);
        length += word.length + 1;
      }
      return parts.join(' ');
    };
    const inNodes = (text: string): string[] => text.match(/.{1,36}/gs) ?? [];

    const least = (text: string): number => {
      let count = 0;
      for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) count += 1;
      return count;
    };
    const runners: [string, (text: string) => number][] = [
      ['indexOf', least],
      ['finder', finders.finder],
      ['linkify-it', finders.linkify],
    ];
    const texts: Record<string, string[]> = {
      'without an @': [pageText(0, 0)],
      'page text': [pageText(30, 50)],
      'in nodes': inNodes(pageText(30, 50)),
    };

    /** Milliseconds a pass; as many passes as the clock needs to see them. */
    const time = (runner: (text: string) => number, given: string[]): number => {
      for (let passes = 1; ; passes *= 4) {
        const start = performance.now();
        for (let pass = 0; pass < passes; pass += 1) for (const text of given) runner(text);
        const spent = performance.now() - start;
        if (spent > 15) return spent / passes;
      }
    };
    const taken: Record<string, Record<string, number[]>> = {};
    for (const [kind, given] of Object.entries(texts)) {
      const column: Record<string, number[]> = {};
      taken[kind] = column;
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, runner] of runners) (column[name] ??= []).push(time(runner, given));
      }
    }
    return taken;
  }, ROUNDS);
