/** What only the browser itself can do; all of it runs there, and uses nothing from outside itself. */

interface MenuItem {
  label: string;
}
interface BrowserWindow {
  document: Document;
}
interface AddonInside {
  shortcuts: { onCommand(name: string): void };
  terminateBackground(): Promise<void>;
}
declare const Services: { wm: { getMostRecentBrowserWindow(): BrowserWindow } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: AddonInside } };

/** The labels of the context menu that is open, one a line; null where none is. */
export function contextMenu(): string | null {
  const { document: browser } = Services.wm.getMostRecentBrowserWindow();
  const menu = browser.getElementById('contentAreaContextMenu') as
    | (HTMLElement & { state: string })
    | null; // one of the browser's own elements
  if (menu?.state !== 'open') return null;
  const items = [...menu.querySelectorAll('menu, menuitem')] as unknown as MenuItem[]; // as above
  return items.map(({ label }) => label).join('\n');
}

/** As the shortcut does that she has set for it. */
export const pressCommand = (addon: string): void =>
  WebExtensionPolicy.getByID(addon).extension.shortcuts.onCommand('next-flag');

/** As the browser does with one that is idle. */
export const stopBackground = (addon: string): Promise<void> =>
  WebExtensionPolicy.getByID(addon).extension.terminateBackground();
