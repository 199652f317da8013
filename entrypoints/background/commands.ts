import { browser } from '@/lib/browser';
import { tellTab } from './flag-scripts';

export function listenToCommands() {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'next-flag' && tab?.id !== undefined) {
      void tellTab(tab.id, { addressee: 'next-flag' });
    }
  });
}
