import { render } from 'preact';
import '@/components/theme.css';
import { SafePopup } from '@/components/people/SafePopup';
import { type Panel, PanelContext } from '@/components/people/panel';
import { browser } from '@/lib/browser';
import { createClient } from '@/lib/messaging/client';
import type { PanelCalls } from '@/lib/messaging/protocol';
import { RECEIPTS_AT } from '@/lib/people/receipt';
import { patternsOf } from '@/lib/people/site';

const panel: Panel = {
  client: createClient<PanelCalls>((message) => browser.runtime.sendMessage(message)),
  openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
  thisPage: async () => (await import('./this-page')).createThisPage(),
  hearReceipts: (hear) => {
    const listener = (changes: object) => {
      if (RECEIPTS_AT in changes) hear();
    };
    browser.storage.session.onChanged.addListener(listener);
    return () => browser.storage.session.onChanged.removeListener(listener);
  },
  allowSite: (origin) => browser.permissions.request({ origins: patternsOf([origin]) }),
};

const root = document.getElementById('root');
if (!root) throw new Error('popup.html has no root');
// The field stands in popup.html already, so that typing never waits: it is taken over as it is.
const field = root.querySelector('input');
// Enter commits what was typed, which the browser notes; so does leaving the field.
const isEntered = field === document.activeElement && (field?.matches(':user-valid') ?? false);
render(
  <PanelContext.Provider value={panel}>
    <SafePopup typed={field?.value ?? ''} isEntered={isEntered} />
  </PanelContext.Provider>,
  root,
);
