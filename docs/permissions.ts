/**
 * Every permission of the manifest with the reason a user is given. The manifest is built from
 * this list, the README repeats it, and a test compares all three.
 */
export const permissions = [
  { name: 'storage', reason: 'keeps your accounts and choices in this browser' },
  { name: 'alarms', reason: 'takes up unfinished work again after the browser put us to sleep' },
  { name: 'contextMenus', reason: 'puts Look up, Tag and Trigger journey on right-click' },
  { name: 'activeTab', reason: 'reads the selection when you open the popup or use the menu' },
  { name: 'scripting', reason: 'flags addresses on the sites you allow, and on no other' },
  { name: 'notifications', reason: 'says how a right-click action ended, with Undo' },
] as const;
