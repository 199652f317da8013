import type { Dialect } from '../dialect.ts';
import { json, nothing } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { SystemeAccount } from '../world/systeme.ts';
import type { World } from '../world/world.ts';

/** What a handler is given. */
export interface Errand {
  account: SystemeAccount;
  world: World;
  dialect: Dialect;
  query: URLSearchParams;
  /** The `{…}` of the path, in order. */
  ids: string[];
  /** An empty object where none was sent. */
  body: Record<string, unknown>;
  now: Date;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/contacts/{id}/tags`; what stands in braces matches one part of a path. */
  path: string;
  answer(errand: Errand): Reply;
}

/** Where the vendor's own docs say 204 and no body, the seed's samples read JSON. */
export function done({ dialect }: Errand): Reply {
  return dialect === 'public' ? nothing(204) : json(200, {});
}

/** A moment as Systeme.io writes it. */
export function moment(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, '+00:00');
}
