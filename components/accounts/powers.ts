import type { Asking, PanelCalls } from '@/lib/messaging/protocol';

export type Client = Asking<PanelCalls>;

/** A keyboard shortcut as the browser knows it; `keys` is empty where none is set. */
export interface Shortcut {
  name: string;
  does: string;
  keys: string;
}

/** What the options page may do; handed in by its entry, so that components know no browser. */
export interface Powers {
  client: Client;
  /**
   * Asks the user for these hosts (match patterns). To be called inside the click itself, before
   * anything is awaited: Firefox asks at no other time.
   */
  askHosts: (patterns: string[]) => Promise<boolean>;
  /** Asks for these hosts in place of every site, inside the click like `askHosts`. */
  narrowHosts: (patterns: string[]) => Promise<boolean>;
  hasHosts: (patterns: string[]) => Promise<boolean>;
  shortcuts: () => Promise<Shortcut[]>;
  /** Opens the browser's own page for shortcuts; false where there is none to open. */
  openShortcutPage: () => Promise<boolean>;
  /** Copies into the clipboard, inside the click; false where the browser did not. */
  copy: (text: string) => Promise<boolean>;
  /**
   * Asks the browser to clear nothing of ours when it is short of space. It may know no such thing
   * or decline, and nobody waits for it.
   */
  persist: () => void;
  /** Which Addressee, in which browser: “Addressee 0.1.0 · Chromium 156”. */
  about: string;
  /** Where half-filled forms are kept: the page's own localStorage. */
  storage: Storage;
}
