import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test';
import type { Chrome } from './native.ts';

declare const chrome: Chrome;

/** Collects what no test may leave behind: errors said anywhere, and requests to the world. */
export interface Problems {
  watch(context: BrowserContext): void;
  /** Reads the browser's own list of the extension's errors, workers and content scripts too. */
  collect(context: BrowserContext, extensionId: string): Promise<void>;
  /** An error that the test provokes on purpose. */
  allow(pattern: RegExp): void;
  list(): string[];
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]|[\w.-]+\.test)$/;

export function watchForProblems(): Problems {
  const problems = new Set<string>();
  const allowed: RegExp[] = [];

  const hear = (message: ConsoleMessage): void => {
    if (message.type() === 'error') problems.add(`console: ${message.text()}`);
  };
  const see = (request: Request): void => {
    if (leavesMachine(request.url())) problems.add(`left this machine: ${request.url()}`);
  };
  return {
    watch(context) {
      context.on('console', hear);
      context.on('request', see);
      context.on('weberror', (error) => problems.add(`uncaught: ${error.error().message}`));
    },
    async collect(context, extensionId) {
      for (const error of await errorsOf(context, extensionId)) problems.add(error);
    },
    allow: (pattern) => void allowed.push(pattern),
    list: () => [...problems].filter((said) => !allowed.some((pattern) => pattern.test(said))),
  };
}

function leavesMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !LOOPBACK.test(hostname);
}

async function errorsOf(context: BrowserContext, extensionId: string): Promise<string[]> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions', { waitUntil: 'commit' });
    await page.waitForFunction(() => 'developerPrivate' in chrome);
    return await readErrors(page, extensionId);
  } finally {
    await page.close();
  }
}

const readErrors = (page: Page, extensionId: string): Promise<string[]> =>
  page.evaluate(async (id) => {
    const { runtimeErrors, manifestErrors } = await chrome.developerPrivate.getExtensionInfo(id);
    const said = runtimeErrors.filter(({ severity }) => severity === 'ERROR');
    return [...said, ...manifestErrors].map(({ message }) => `extension: ${message}`);
  }, extensionId);
