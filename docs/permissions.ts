/**
 * Every permission of the manifest with the reason a user is given. The manifest is built from
 * this list, the README repeats it, and a test compares all three.
 */
export const permissions = [
  { name: 'storage', reason: 'keeps your accounts and choices in this browser' },
  { name: 'alarms', reason: 'takes up unfinished work again after the browser put us to sleep' },
  { name: 'contextMenus', reason: 'puts Look up, Tag and Trigger journey on right-click' },
  {
    name: 'activeTab',
    reason:
      'opens the page in front to us, and no other, once you open the popup or use the menu: for what you selected, and for the list under On this page',
  },
  {
    name: 'scripting',
    reason:
      'runs our flags on the sites you allow; on any other page, only those two looks at the one in front',
  },
  { name: 'notifications', reason: 'says how a right-click action ended, with Undo' },
] as const;
