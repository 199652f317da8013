/** Maton's own operations: its connections to Systeme.io accounts. */
import { both } from './operation.ts';
import type { Codes, MatonOperation } from './operation.ts';

/** What it says of any of its operations. */
export const MATON_ANY: Codes = {
  401: 'Invalid or missing Maton API key',
  429: 'Rate limited (check Retry-After header)',
  500: 'Internal error',
};

const system = 'maton';
const PAGE = 'Options ▸ the account ▸ Connections';

export const matonOperations: MatonOperation[] = [
  {
    system,
    name: 'GET /connections',
    does: 'lists the connections',
    place: { where: PAGE, control: 'Connections', file: 'components/maton/ConnectionsPage.tsx' },
    codes: both({}),
    methods: ['listConnections', 'readConnections'],
  },
  {
    system,
    name: 'POST /connections',
    does: 'makes a connection',
    place: {
      where: PAGE,
      control: 'Connect another Systeme.io',
      file: 'components/maton/NewConnection.tsx',
    },
    codes: both({ 400: 'Missing Systeme.io connection or bad request' }),
    methods: ['createConnection'],
  },
  {
    system,
    name: 'GET /connections/{id}',
    does: 'tells the page that authorises a connection, and whether it is active by now',
    place: {
      where: `${PAGE} ▸ a connection that is not authorised yet`,
      control: 'Open its page',
      file: 'components/maton/ConnectionRow.tsx',
    },
    codes: both({ 404: 'Connection not found' }),
    methods: ['readConnection', 'readConnectionPage'],
  },
  {
    system,
    name: 'DELETE /connections/{id}',
    does: 'takes a connection away at Maton',
    place: {
      where: `${PAGE} ▸ a connection ▸ Remove`,
      control: 'Remove',
      file: 'components/maton/ConnectionRow.tsx',
    },
    codes: both({ 404: 'Connection not found' }),
    methods: ['removeConnection'],
  },
];
