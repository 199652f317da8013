import type { ImportLoad, ImportSummary } from '@/lib/people/list-work';
import type { ImportForm } from './use-import-form';

/** Whom to import, once it is whole. */
export interface Wanted extends Pick<ImportSummary, 'people' | 'loadId'> {
  load: ImportLoad;
}

export const wantedOf = ({ chosen, sorted }: ImportForm): Wanted | null =>
  chosen && sorted && sorted.load.lines.length > 0
    ? { people: sorted.load.lines.length, loadId: chosen.loadId, load: sorted.load }
    : null;
