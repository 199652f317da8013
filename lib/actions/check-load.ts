import { isAddress } from '../people/address';
import { faultOfAddress } from '../people/import-sources';
import type { IntentOf } from '../people/intent';
import type { ImportLoad } from '../people/list-work';
import { checkId, need } from './bad-input';

/** What rides beside an import must be what it says. */
export function checkLoad({ people }: IntentOf<'import'>, load: ImportLoad | undefined): void {
  need(load !== undefined, 'file', 'Choose the file again.');
  if (!load) return;
  need(sourceOf(load) === people, 'people', 'The file is not the one that was shown.');
  const { columns } = load;
  const at = columns.indexOf('address');
  const isOne = at !== -1 && columns.lastIndexOf('address') === at;
  need(isOne, 'columns', 'Exactly one column must hold the email address.');
  if ('staged' in load) return checkId(load.staged.id, 'staged', 'Let the server look again.');
  if ('url' in load) return need(faultOfAddress(load.url) === null, 'url', UNSAFE);
  const isSound = load.lines.every((cells) => isAddress(cells[at] ?? ''));
  need(isSound, 'lines', 'A line without a valid address is in it.');
}

const UNSAFE = 'A file can be fetched by https alone.';

function sourceOf(load: ImportLoad): IntentOf<'import'>['people'] {
  if ('staged' in load) return load.staged.from;
  return 'url' in load ? 'address' : load.lines.length;
}
