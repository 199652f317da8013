import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserPath } from '../../e2e/harness/browser.ts';

/** With these a page's clock is exact to five microseconds instead of a hundred. */
const EXACT_CLOCK = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface Lab {
  /** A fresh page of this body, in a process that has run nothing else of the bench. */
  open(body: string): Promise<Page>;
  close(): Promise<void>;
}

/** A browser, and a server of this machine's that hands out one page at a time. */
export async function openLab(): Promise<Lab> {
  let html = '';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...EXACT_CLOCK });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return {
    async open(body) {
      html = `<!doctype html><meta charset="utf-8"><title>Bench</title>${body}`;
      return openPage(browser, server);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function openPage(browser: Browser, server: Server): Promise<Page> {
  const page = await browser.newPage();
  const { port } = server.address() as AddressInfo; // it listens on a port
  await page.goto(`http://127.0.0.1:${port}/`);
  return page;
}
