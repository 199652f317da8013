/** Imports into Octeth: of lines, from an address, and of what the server has looked at. */
import { valueOf } from '../../failure';
import type { ImportOrder, StageSource } from '../../people/list-work';
import { notable } from '../../../sandbox/sandbox.ts';
import type { Crm } from '../crm';
import { CLICK } from './fakes';
import { NEWSLETTER } from './use-octeth';

export const MANNER = { tags: [], updateKnown: false, startActions: false };
export const COLUMNS: ImportOrder['columns'] = ['address', { id: '41', name: 'First name' }];

export const FROM_LINES = {
  lines: [
    ['Grete "G" Hermann, born\n1901', 'grete@hermann.example'],
    ['back\\slash', 'emmy@noether.example'],
    ['Ada', notable.ada.email],
    ['nobody', 'no address'],
  ],
  ...{ ...MANNER, columns: COLUMNS.toReversed(), tags: ['Fresh'] },
} satisfies ImportOrder;
export const UNTAGGED = { ...FROM_LINES, tags: [] };

export const FROM_ADDRESS = {
  ...{ url: 'https://files.example.org/people.csv', separator: ',' as const },
  ...{ ...MANNER, columns: COLUMNS, tags: ['Fresh'] },
} satisfies ImportOrder;

export const SERVER_FILE = {
  ...{ from: 'server-file' as const, name: 'people.csv', separator: ',' as const },
} satisfies StageSource;
export const DATABASE = {
  from: 'database' as const,
  ...{ host: ' localhost ', port: 3306, database: 'people', user: '', password: '' },
  query: 'SELECT email, name FROM people',
} satisfies StageSource;

/** What an old server does not know. */
export const WITHOUT_NEW = ['subscribers.import.post', 'subscribers.import.get'];

/** Looked at by the server, and to be imported as it was seen. */
export async function stagedFrom(crm: Crm, source: StageSource): Promise<ImportOrder> {
  const { id, from } = valueOf(await crm.stageImport(NEWSLETTER, source, CLICK));
  return { staged: { id, from }, columns: COLUMNS, ...MANNER };
}
