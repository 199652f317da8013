import { expect, test } from 'vitest';
import type { ImportJob } from '@/lib/people/list-work';
import { octeth } from '@/components/accounts/testing/accounts';
import { listCalls } from './list-calls';

test.each<[ImportJob['state'], number]>([
  ['running', 0],
  ['failed', 1],
  ['done', 1],
])(
  'an import seen %s: its list is doubted as of then and read again, %i times',
  async (state, times) => {
    const doubts: unknown[] = [];
    const works: unknown[] = [];
    const job = { id: '3', state, imported: 1, duplicates: 0, failed: 0, failedLines: '' };
    const parts = {
      accounts: { get: async () => octeth() },
      crmOf: async () => ({ importState: async () => ({ ok: true, value: job }) }),
      registers: async () => ({
        endDoubt: async (key: unknown, id: string) => void doubts.push([key, id]),
      }),
      fill: () => void works.push('work'),
    } as unknown as Parameters<typeof listCalls>[0]; // no more of it is used
    const place = { id: '12', name: 'Newsletter' };
    const asked = { accountId: 'mail', place, jobId: '3' };
    expect(await listCalls(parts).importState(asked)).toEqual(job);
    expect(doubts).toEqual(
      Array.from({ length: times }, () => [{ accountId: 'mail', placeId: '12' }, '3']),
    );
    expect(works).toHaveLength(times);
  },
);
