import { browser } from '@/lib/browser';
import { tellTab } from './flag-scripts';

export function listenToCommands() {
  browser.commands.onCommand.addListener((command, tab) => {
    const isStep = command === 'next-flag' || command === 'previous-flag';
    if (isStep && tab?.id !== undefined) void tellTab(tab.id, { addressee: command });
  });
}
