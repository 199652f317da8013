import type { Failure, Result } from '../failure';
import type { Asking, Request } from './protocol';

const GONE_WHERE = 'background';
const GONE: Failure = { kind: 'broken', where: GONE_WHERE };

/** Nobody answered, so nothing is known of what was asked: it may have been done. */
export const isInterrupted = (failure: Failure): boolean =>
  failure.kind === 'broken' && failure.where === GONE_WHERE;

/**
 * A client of the background. `send` is the caller's `runtime.sendMessage`; it is handed in so
 * that the flags script can do without the polyfill.
 */
export function createClient<Calls>(send: (message: Request) => Promise<unknown>): Asking<Calls> {
  const ask = async (call: string, request: unknown): Promise<Result<unknown>> => {
    try {
      const reply = await send({ addressee: 'ask', call, request: request ?? null });
      return isResult(reply) ? reply : { ok: false, failure: GONE };
    } catch {
      // The worker was stopped meanwhile, or the extension updated or removed under this page.
      return { ok: false, failure: GONE };
    }
  };
  return new Proxy({} as Asking<Calls>, {
    get: (_, call) => (request: unknown) => ask(String(call), request),
  });
}

function isResult(reply: unknown): reply is Result<unknown> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}
