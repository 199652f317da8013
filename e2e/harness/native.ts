import type { Browser } from 'webextension-polyfill';

/**
 * What code handed to `evaluate` finds as `chrome` in a page of the extension. Declare it in the
 * file that evaluates: `declare const chrome: Chrome`.
 */
export interface Chrome extends Pick<
  Browser,
  'alarms' | 'permissions' | 'scripting' | 'storage' | 'tabs'
> {
  action: { openPopup(): Promise<void> };
  contextMenus: { onClicked: Dispatchable };
  commands: { onCommand: Dispatchable };
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    getContexts(filter: { contextTypes: string[] }): Promise<object[]>;
  };
  /** In `chrome://extensions` alone. */
  developerPrivate: {
    getExtensionInfo(id: string): Promise<{
      runtimeErrors: { severity: string; message: string }[];
      manifestErrors: { message: string }[];
    }>;
  };
}

/** In Chromium the listeners of an event can be called by hand. */
interface Dispatchable {
  dispatch(...given: unknown[]): void;
}
