import { defineContentScript } from 'wxt/utils/define-content-script';
import { createClient } from '../../lib/messaging/client';
import type { PageCalls } from '../../lib/messaging/protocol';
import { startFlags } from '../../lib/page/flags';
import { hearBackground, sendToBackground } from '../../lib/page/native';
import { isPlaceForMarks } from '../../lib/page/place-for-marks';

/** The sites are the user's choice, so the background registers it, for all frames of them. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(context) {
    if (!isPlaceForMarks()) return;
    const { signal } = context;
    const client = createClient<PageCalls>(sendToBackground);
    hearBackground(
      startFlags(client, () => context.abort(), signal),
      signal,
    );
  },
});
