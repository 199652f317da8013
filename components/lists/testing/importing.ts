/** The workbench at its import. */
import { fireEvent, screen } from '@testing-library/dom';
import type { Intent } from '@/lib/people/intent';
import type { ActReply } from '@/lib/people/receipt';
import { receipt } from './open-workbench';

export const IMPORT = '#mail/1/import';

/** A source, by its name. */
export const pick = async (name: string) =>
  fireEvent.click(await screen.findByRole('radio', { name }));
export const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

/** The server has begun; without a number it has imported the old way, and tells no more. */
export const begun =
  (jobId: string | null) =>
  ({ intent }: { intent: Intent }): ActReply => ({
    outcome: 'receipt',
    receipt: receipt({ ...intent, jobId } as Intent), // an import
  });
export const JOB = { id: '7', state: 'done' as const, total: 2, imported: 1, duplicates: 0 };
