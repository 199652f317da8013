/**
 * The browser's own messaging, for the scripts that run on pages: the polyfill of `lib/browser`
 * would put 3 kB on every page to hand back this very object.
 */
import type { ToPage } from '../messaging/protocol';

interface NativeMessaging {
  runtime: {
    /** Undefined once the extension has been reloaded under this page. */
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: {
      addListener(listener: Listener): void;
      removeListener(listener: Listener): void;
    };
  };
}

type Listener = (message: unknown, sender: { id?: string }) => undefined;

const { browser, chrome } = globalThis as { browser?: NativeMessaging; chrome?: NativeMessaging }; // not among the DOM's types
// A page's element with the id `browser` is found under that name too, but it has no runtime.
const runtime = (browser?.runtime ?? chrome?.runtime) as NativeMessaging['runtime']; // one of them is there

export const sendToBackground = (message: unknown): Promise<unknown> =>
  runtime.sendMessage(message);

/** What the background tells this page; nobody else can, the sender's id is the browser's word. */
export function hearBackground(hear: (message: ToPage) => void, signal: AbortSignal): void {
  const listener: Listener = (message, sender) => {
    if (sender.id === runtime.id) hear(message as ToPage); // our background sends pages nothing else
  };
  runtime.onMessage.addListener(listener);
  // After a reload of the extension there is nothing left to remove it from.
  signal.addEventListener('abort', () => {
    if (runtime.id) runtime.onMessage.removeListener(listener);
  });
}

/** False once the extension was reloaded or updated under this page. */
export const isConnected = (): boolean => runtime.id !== undefined;
