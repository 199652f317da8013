import { render } from 'preact';
import '@/components/theme.css';
import type { WorkbenchPowers } from '@/components/lists/powers';
import { Workbench } from '@/components/lists/Workbench';
import { browser } from '@/lib/browser';
import { createClient } from '@/lib/messaging/client';
import type { PanelCalls } from '@/lib/messaging/protocol';
import { ACCOUNTS_KEY } from '@/lib/people/account';
import { saveFile } from './save-file';

const powers: WorkbenchPowers = {
  client: createClient<PanelCalls>((message) => browser.runtime.sendMessage(message)),
  saveFile,
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  openOptions: () => void browser.runtime.openOptionsPage(),
  hearAccounts: (changed) => {
    const hear = (changes: object) => ACCOUNTS_KEY in changes && changed();
    browser.storage.local.onChanged.addListener(hear);
    return () => browser.storage.local.onChanged.removeListener(hear);
  },
};

const root = document.getElementById('root');
if (root) render(<Workbench powers={powers} />, root);
