import { defineConfig } from '@playwright/test';
import type { HarnessOptions, WorkerOptions } from './e2e/harness.ts';

/**
 * Every test runs against both dialects; a file named `*.once.spec.ts`, whose subject is the browser,
 * the page or our own worker whatever a server answers, runs once.
 */
export default defineConfig<HarnessOptions, WorkerOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure', actionTimeout: 10_000 },
  projects: [
    { name: 'seed', use: { dialect: 'seed' }, testIgnore: '**/*.once.spec.ts' },
    { name: 'public', use: { dialect: 'public' } },
  ],
});
