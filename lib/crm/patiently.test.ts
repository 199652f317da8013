import { afterEach, expect, test, vi } from 'vitest';
import { FailureError } from '../failure';
import { patiently } from './patiently';

afterEach(() => vi.useRealTimers());

const busyFor = (ms: number) => new FailureError({ kind: 'busy', retryAt: Date.now() + ms });

test('a limit that is free again in a moment is waited for, once', async () => {
  vi.useFakeTimers();
  const task = vi.fn().mockRejectedValueOnce(busyFor(1_000)).mockResolvedValue('done');
  const asking = patiently(task);
  await vi.advanceTimersByTimeAsync(900);
  expect(task).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(await asking).toBe('done');
});

test('a longer wait is told, and any other failure at once', async () => {
  await expect(patiently(() => Promise.reject(busyFor(60_000)))).rejects.toThrow('busy');
  const failure = new FailureError({ kind: 'timeout', host: 'x' });
  const task = vi.fn().mockRejectedValue(failure);
  await expect(patiently(task)).rejects.toThrow('timeout');
  expect(task).toHaveBeenCalledTimes(1);
});
