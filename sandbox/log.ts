import type { ServiceName } from './dialect.ts';

export interface LoggedRequest {
  at: number;
  service: ServiceName;
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Octeth's Command lower-cased, or the route: `POST /contacts/{id}/tags`. */
  command: string;
  /** `dropped` until answered, and for ever if it never is. */
  status: number | 'dropped';
}
