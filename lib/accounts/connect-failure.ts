import { type Failure, FailureError } from '../failure';
import type { ConnectField, ConnectReply } from '../messaging/protocol';
import type { MatonHosts } from './probes';

/** Thrown inside a connection attempt, so that the field at fault is known where it ends. */
export class ConnectError extends FailureError {
  readonly field: ConnectField;
  constructor(failure: Failure, field: ConnectField) {
    super(failure);
    this.field = field;
  }
}

const FIELDS: readonly ConnectField[] = ['server', 'key', 'gateway', 'control', 'connection'];

/** Which field of the form a failure belongs to. `hosts` is null for Octeth. */
export function fieldOf(failure: Failure, hosts: MatonHosts | null): ConnectField {
  switch (failure.kind) {
    case 'bad-input':
      return FIELDS.find((field) => field === failure.field) ?? 'key';
    case 'wrong-key':
      return failure.service === 'systeme' ? 'connection' : 'key';
    case 'not-allowed':
    case 'locked':
      return 'key';
    case 'no-connection':
      return 'connection';
    default:
      return hosts ? hostField(failure, hosts) : 'server';
  }
}

function hostField(failure: Failure, { gateway, control }: MatonHosts): 'gateway' | 'control' {
  const named = 'host' in failure ? failure.host : '';
  const isControls = hostOf(control) === named || new URL(control).hostname === named;
  return isControls && hostOf(gateway) !== hostOf(control) ? 'control' : 'gateway';
}

/** No such host, or something else lives there: the other family may be the right one. */
export const mayBeRenamed = (failure: Failure): boolean =>
  ['offline', 'timeout', 'web-page', 'server-error', 'changed-shape'].includes(failure.kind) ||
  (failure.kind === 'not-found' && failure.what === 'command');

export const hostOf = (address: string): string => new URL(address).host;

export const failedReply = (
  failure: Failure,
  field: ConnectField,
  offer: MatonHosts | null = null,
): ConnectReply => ({ outcome: 'failed', failure, field, offer });
