import { defineConfig } from '@playwright/test';

/**
 * The Firefox build, which Playwright cannot drive: it only runs the tests, and what drives Firefox
 * is in `e2e/firefox`.
 */
export default defineConfig({
  testDir: 'e2e/firefox',
  testMatch: '*.firefox.ts',
  outputDir: 'test-results/firefox',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
