import { defineBackground } from 'wxt/utils/define-background';
import { browser, type Runtime } from '@/lib/browser';
import { callerOf, dispatch, isRequest } from '@/lib/messaging/server';
import { isDeliberate, listenToAlarms, touchLock } from './alarms';
import { assemble } from './assemble';
import { listenToCommands } from './commands';
import { keepFromPages, listenToInstalls } from './installed';
import { listenToClosing } from './hand-on';
import { addFromNotice, clickMenu } from './menu-click';
import { listenToNotices, noticeReceipt } from './notices';
import { openWindow } from './opening';
import { listenToLeaving } from './menus';
import { createPageCalls } from './page-calls';
import { createPanelCalls } from './panel-calls';

/**
 * The worker may be woken for any single event and stopped after it: every listener is
 * registered here in the first turn, and nothing is remembered in memory that matters.
 */
export default defineBackground({
  type: 'module',
  main() {
    const parts = assemble();
    const page = createPageCalls(parts);
    const doors = { page, panel: createPanelCalls(parts, page) };
    const own = { id: browser.runtime.id, base: browser.runtime.getURL('') };

    // Not async: a listener that always gives a promise would claim every message.
    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
      if (!isRequest(message)) return undefined;
      const caller = callerOf(sender, own);
      if (caller?.door === 'panel' && isDeliberate(message.call)) void touchLock(parts);
      return dispatch(message, caller, doors);
    });
    browser.contextMenus.onClicked.addListener((click, tab) => {
      void touchLock(parts);
      void clickMenu(parts, click, tab);
    });
    listenToNotices({
      undo: async (receiptId) => noticeReceipt(await parts.outbox.undo(receiptId)),
      add: addFromNotice,
      open: openWindow,
    });
    listenToAlarms(parts);
    listenToCommands();
    listenToLeaving();
    listenToClosing();
    listenToInstalls(parts);

    void keepFromPages();
    void parts.refreshMenus();
    void parts.filling.forgetLeftOvers().catch(() => undefined); // Tried again with each look.
    void parts.outbox.resume();
  },
});
