/** What is said when no window of ours is open: notifications, with Undo where it is true. */
import { browser } from '@/lib/browser';
import { failureOf } from '@/lib/failure';
import { sayWhole } from '@/lib/failure-words';
import { sayReceipt } from '@/lib/people/receipt-words';
import type { Receipt } from '@/lib/people/receipt';
import { canUndo } from '@/lib/people/undo';

const RECEIPT = 'receipt:';
const ADD = 'add:';

interface Notice {
  id: string;
  title: string;
  message: string;
  buttons: string[];
}

async function show({ id, title, message, buttons }: Notice) {
  const notification = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  };
  // Firefox has no buttons and refuses a notification that names any.
  const withButtons = { ...notification, buttons: buttons.map((label) => ({ title: label })) };
  try {
    await browser.notifications.create(id, buttons.length > 0 ? withButtons : notification);
  } catch {
    await browser.notifications.create(id, notification);
  }
}

export async function noticeReceipt(receipt: Receipt) {
  const { title, message } = sayReceipt(receipt);
  const buttons = canUndo(receipt) ? ['Undo'] : [];
  await show({ id: RECEIPT + receipt.id, title, message, buttons });
}

export async function notice(title: string, message: string) {
  await show({ id: '', title, message, buttons: [] });
}

/** Nobody was found: offered for adding, never guessed. `token` comes back on a click. */
export async function noticeAbsent(token: string, title: string, message: string) {
  await show({ id: ADD + token, title, message, buttons: ['Add…'] });
}

export interface NoticeAnswers {
  undo(receiptId: string): Promise<void>;
  add(token: string): Promise<void>;
  open(): Promise<void>;
}

export function listenToNotices(answers: NoticeAnswers) {
  const answer = async (id: string, isButton: boolean) => {
    await browser.notifications.clear(id);
    try {
      if (id.startsWith(ADD)) await answers.add(id.slice(ADD.length));
      else if (id.startsWith(RECEIPT) && isButton) await answers.undo(id.slice(RECEIPT.length));
      else await answers.open();
    } catch (error) {
      const why = sayWhole(failureOf(error, 'notice'));
      await notice(isButton ? 'Not taken back' : 'Not opened', why);
    }
  };
  browser.notifications.onClicked.addListener((id) => void answer(id, false));
  browser.notifications.onButtonClicked?.addListener((id) => void answer(id, true));
}
