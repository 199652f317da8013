import type { ImportJob } from '@/lib/people/list-work';

/** What is not told is not said. */
export const sayResult = ({ imported, duplicates, failed }: ImportJob): string =>
  [
    [imported, 'imported'] as const,
    [duplicates, 'there already'] as const,
    [failed, 'failed'] as const,
  ]
    .flatMap(([count, words]) => (count === null ? [] : [`${count} ${words}`]))
    .join(', ') || 'Done.';
