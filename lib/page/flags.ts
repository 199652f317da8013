/** Puts the parts of the flags together. Everything ends with the signal. */
import type { Asking, PageCalls, ToPage } from '../messaging/protocol';
import { createAsker } from './asker';
import { cardDoor } from './card-door';
import type { CardWish } from './card-door';
import { createGate, partsIn } from './disguised-gate';
import { createEveryHit } from './every-hit';
import { createHits } from './hits';
import { addressesIn, hitFor } from './listing';
import { createMarker } from './marker';
import { isConnected } from './native';
import { createOverlay } from './overlay';
import { createPointer } from './pointer';
import { readPage } from './reading';
import { createRedraw } from './redraw';

/** `stop` ends the script, and with it the signal. Gives what hears the background. */
export function startFlags(
  client: Asking<PageCalls>,
  stop: () => void,
  signal: AbortSignal,
): (message: ToPage) => void {
  const hits = createHits();
  const asker = createAsker(
    (addresses) => client.recognise({ addresses }),
    () => repaint(),
    stop,
  );
  const door = cardDoor();
  const all = createEveryHit(hits, door);
  const marker = createMarker(
    {
      ...{ hits: all, asker },
      overlay: createOverlay(signal),
      onScroller: (root) => hear(root),
      onPainted: (isAny) => listenToPointer(isAny),
    },
    signal,
  );
  /** Not where the extension was reloaded or updated: the newer script marks this page now. */
  const goesOn = (): boolean => {
    if (!isConnected()) stop();
    return !signal.aborted;
  };
  const { redraw, reread, repaint, hear } = createRedraw(marker, goesOn, signal);
  const open = (wish: CardWish): void => {
    if (door.card) return door.card.show(wish);
    door.wish = wish;
    void client.bringCard();
  };
  door.flagged = {
    ...{ locate: marker.locate, kindOf: asker.kindOf },
    drawn() {
      marker.draw();
      return marker.drawn();
    },
    addresses: (most) => addressesIn(all, most),
    find: (address) => hitFor(all, address),
    hitsOf: hits.of,
    redraw,
    trees: () => trees(),
    partsIn,
    stepTo: (address) => open({ stepTo: address }),
  };
  const listenToPointer = createPointer(
    marker,
    (rest) => {
      const address = rest && rest.hit.address;
      void client.hovered({ address });
      if (rest && address) open({ address, anchor: rest.anchor, by: rest.by });
    },
    signal,
  );

  const knock = createGate(door, () => void client.bringReader(), signal);
  const handleRead = (isMoreThanText: boolean): void => {
    knock();
    reread(isMoreThanText);
  };
  const trees = readPage(hits, handleRead, signal);
  // What the browser had put aside has heard nothing meanwhile.
  addEventListener('pageshow', ({ isTrusted }) => isTrusted && asker.refresh(), { signal });
  signal.addEventListener('abort', () => {
    door.card?.close();
    door.flagged = door.disguised = null;
  });
  return ({ addressee }) => {
    if (addressee === 'refresh') asker.refresh();
    else if (hasKeyboard() && !marker.isEmpty()) open(addressee);
  };
}

/** Of a tab's frames only the one that has the keyboard answers to a key. */
const hasKeyboard = (): boolean =>
  document.hasFocus() && !/^i?frame$/i.test(document.activeElement?.nodeName ?? '');
