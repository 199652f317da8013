import type { Result } from '../../lib/failure.ts';
import type { PanelCalls } from '../../lib/messaging/protocol.ts';
import type { Extension } from './extension.ts';
import type { Chrome } from './native.ts';

declare const chrome: Chrome;

type Asked<Call extends keyof PanelCalls> = Parameters<PanelCalls[Call]>[0];
type Reply<Call extends keyof PanelCalls> = ReturnType<PanelCalls[Call]>;

/** Asks the background as one of the extension's own pages does. */
export async function ask<Call extends keyof PanelCalls>(
  extension: Extension,
  call: Call,
  request: Asked<Call> | null = null,
): Promise<Reply<Call>> {
  const reply = await extension
    .backstage()
    .evaluate(
      ([name, asked]) =>
        chrome.runtime.sendMessage({ addressee: 'ask', call: name, request: asked }),
      [call, request] as const,
    );
  // The call's own type is what the background is held to by the compiler.
  const result = reply as Result<Reply<Call>> | undefined;
  if (result?.ok) return result.value;
  throw new Error(`${call} failed: ${JSON.stringify(result?.failure ?? reply)}`);
}
