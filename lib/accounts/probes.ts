/** What connecting needs of the back ends, handed in by the background. */
import type { Result } from '../failure';
import type { ConnectionChoice } from '../messaging/protocol';
import type { Place } from '../people/account';

export interface MatonHosts {
  gateway: string;
  control: string;
}

export interface Probes {
  /** A typed base address put right, or why it cannot be one. */
  cleanServer(text: string): Result<string>;
  probeOcteth(asked: {
    server: string;
    key: string;
  }): Promise<Result<{ lists: Place[]; listsByHand: boolean; as: string | null }>>;
  /** `connections` are those that are ACTIVE; the filter is tried only with one chosen. */
  probeSysteme(
    asked: MatonHosts & { key: string; connectionId: string | null },
  ): Promise<
    Result<{ connections: ConnectionChoice[]; emailFilter: 'honoured' | 'ignored' | null }>
  >;
  /** The other Maton host family, if that one answers; no key goes along. */
  answeringFamily?(hosts: MatonHosts): Promise<MatonHosts | null>;
  /** Whether the browser lets us talk to this base address (scheme and host). */
  mayReach(address: string): Promise<boolean>;
}
