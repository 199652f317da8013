/** Keeps the right-click menu in line with what it should hold; safe to run on every wake. */
import { browser, type Menus } from '@/lib/browser';
import { type MenuItem, titlesFor } from './menu-items';
import { forgetHovered } from './opening';

const CONTEXTS: Menus.ContextType[] = ['selection', 'link', 'page', 'editable'];

let building = Promise.resolve();

/**
 * Builds the menu unless the very same one stands already. One build at a time: two at once
 * would both find the old menu gone and then make every item twice.
 */
export function buildMenus(items: MenuItem[]): Promise<void> {
  const next = building.then(async () => {
    const wanted = JSON.stringify(items);
    const { menus } = await browser.storage.session.get('menus');
    if (menus === wanted) return;
    const named: Record<string, string> = titlesFor(await namedInMenus());
    await browser.contextMenus.removeAll();
    for (const { id, title, enabled, type, parentId } of items) {
      const place = parentId === undefined ? {} : { parentId };
      const label = type === 'separator' ? {} : { title: named[id] ?? title };
      browser.contextMenus.create({ id, enabled, type, contexts: CONTEXTS, ...label, ...place });
    }
    await browser.storage.session.set({ menus: wanted });
  });
  building = next.catch(() => undefined);
  return next;
}

/** Names the flagged address under the pointer, or takes the name away again. */
export async function nameInMenus(address: string | null) {
  await building;
  if ((await namedInMenus()) === address) return;
  await browser.storage.session.set({ menuNames: address });
  const titles = Object.entries(titlesFor(address));
  await Promise.all(
    titles.map(([id, title]) =>
      // The menu is not there in the moment between an update and its rebuilding.
      browser.contextMenus.update(id, { title }).catch(() => undefined),
    ),
  );
}

/** Whom the menu names at this moment. */
export async function namedInMenus(): Promise<string | null> {
  const { menuNames } = await browser.storage.session.get('menuNames');
  return typeof menuNames === 'string' ? menuNames : null;
}

/** Another tab or another page: whoever was rested on is no longer under the pointer. */
export function listenToLeaving() {
  browser.tabs.onActivated.addListener(() => void nameInMenus(null));
  // A tab also loads when one of its frames does, as mail does all day; then its address stays.
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url !== undefined) void leave(tabId);
  });
}

async function leave(tabId: number) {
  if (await forgetHovered(tabId)) await nameInMenus(null);
}
