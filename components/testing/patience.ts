import { beforeAll } from 'vitest';

/** Against hanging alone: on a busy machine an honest screen may take its time. */
beforeAll(async () => {
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 30_000 });
});
