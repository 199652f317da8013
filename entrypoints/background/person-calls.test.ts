import { beforeEach, expect, test, vi } from 'vitest';
import { done, failed, valueOf } from '@/lib/failure';
import type { Result } from '@/lib/failure';
import type { Preview } from '@/lib/people/preview';
import type { Parts } from './assemble';
import { refreshFlags } from './flag-scripts';
import { personCalls } from './person-calls';

vi.mock('./flag-scripts', () => ({ refreshFlags: vi.fn() }));

const account = { id: 'mail', name: 'Acme Mail', system: 'octeth' as const };
const place = { id: '3', name: 'News' };
const target = { account, place, profileId: '7', address: ' Ada@Lovelace.dev ' as never }; // as typed
const ipAddress = '203.0.113.7';

function ask(answer: Result<Preview>) {
  const preview = vi.fn(async () => valueOf(answer));
  // Only this part is asked for a preview.
  const calls = personCalls({ outbox: { preview } } as unknown as Parts);
  return { preview, told: calls.previewUnsubscribe({ target, ipAddress }) };
}

beforeEach(() => vi.mocked(refreshFlags).mockClear());

test('law 1: a preview is asked for the folded address, and changes no mark', async () => {
  const { preview, told } = ask(done({ outcome: 'would' }));
  expect(await told).toEqual({ outcome: 'would' });
  const folded = { ...target, address: 'ada@lovelace.dev' };
  expect(preview).toHaveBeenCalledWith({ target: folded, ipAddress });
  expect(refreshFlags).not.toHaveBeenCalled();
});

test.each<Preview>([
  { outcome: 'out' },
  { outcome: 'unsure', failure: { kind: 'timeout', host: 'h' } },
])('of somebody who is out by now, or may be, the marks are drawn anew', async (answer) => {
  expect(await ask(done(answer)).told).toEqual(answer);
  expect(refreshFlags).toHaveBeenCalled();
});

test('a failure is handed on', async () => {
  const { told } = ask(failed({ kind: 'timeout', host: 'h' }));
  await expect(told).rejects.toMatchObject({ failure: { kind: 'timeout' } });
});
