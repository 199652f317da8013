/** Maton's connections: its control knows the account's key and counts its calls with all others. */
import { failureOf, type Result, valueOf } from '../../failure';
import { attempt } from '../attempt';
import type { Ask, ConnectionDeeds } from '../crm';
import type { Transport } from '../http';
import type { Budget, Key } from '../needs';
import {
  createConnection,
  listConnections,
  type MatonAccess,
  readConnection,
  readConnectionPage,
  removeConnection,
} from './control';

interface Control {
  control: string;
  key: Key;
  budget: Budget;
  transport: Transport;
}

export function connectionDeeds({ control, key, budget, transport }: Control): ConnectionDeeds {
  const asked = <Value>(
    call: (access: MatonAccess) => Promise<Result<Value>>,
    { urgency, signal }: Ask,
  ): Promise<Result<Value>> =>
    attempt('maton', async () => {
      const access = { control, key: await key() };
      const spent = await budget.spend(urgency, signal);
      try {
        return valueOf(await call(access));
      } catch (error) {
        const failure = failureOf(error, 'maton');
        if (failure.kind === 'busy') await budget.hold(failure.retryAt);
        throw error;
      } finally {
        spent.settled();
      }
    });
  return {
    connections: (ask) => asked((access) => listConnections(access, transport), ask),
    connection: (connectionId, ask) =>
      asked((access) => readConnection({ ...access, connectionId }, transport), ask),
    connectionPage: (connectionId, ask) =>
      asked((access) => readConnectionPage({ ...access, connectionId }, transport), ask),
    createConnection: (ask) => asked((access) => createConnection(access, transport), ask),
    removeConnection: (connectionId, ask) =>
      asked((access) => removeConnection({ ...access, connectionId }, transport), ask),
  };
}
