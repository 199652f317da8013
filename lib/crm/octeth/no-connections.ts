/** Octeth is reached by its own key, through nobody. */
import { failed, type Result } from '../../failure';
import type { ConnectionDeeds } from '../crm';

const refuse = async (): Promise<Result<never>> =>
  failed({ kind: 'refused', reason: 'Octeth is reached without Maton', code: null });

export const NO_CONNECTIONS: ConnectionDeeds = {
  connections: refuse,
  connection: refuse,
  connectionPage: refuse,
  createConnection: refuse,
  removeConnection: refuse,
};
