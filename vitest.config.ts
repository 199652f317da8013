import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `built` reads what `npm run build` has made, so it runs after it; `unit` needs nothing. */
const BUILT_TESTS = 'docs/**/*.built.test.ts';

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    // By itself it leaves a core idle, which of two is half the machine.
    maxWorkers: '100%',
    restoreMocks: true,
    // Against hanging alone: on a busy machine an honest test may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,sandbox,scripts,docs}/**/*.test.{ts,tsx}'],
          exclude: [BUILT_TESTS],
          setupFiles: ['components/testing/patience.ts'],
        },
      },
      { extends: true, test: { name: 'built', include: [BUILT_TESTS] } },
    ],
  },
});
