import { defineContentScript } from 'wxt/utils/define-content-script';
import { cardDoor } from '../../lib/page/card-door';
import { createDisguised } from '../../lib/page/disguised-hits';

/** Brought into a frame that may hold addresses in disguise; the flags script asks for it. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const door = cardDoor();
    if (!door.flagged) return;
    door.disguised = createDisguised(door.flagged, door.flagged.redraw, signal);
    door.disguised.consider();
  },
});
