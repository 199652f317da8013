import { defineContentScript } from 'wxt/utils/define-content-script';
import { createClient } from '@/lib/messaging/client';
import type { PageCalls } from '@/lib/messaging/protocol';
import { cardDoor, type CardWish } from '@/lib/page/card-door';
import type { Hit } from '@/lib/page/hits';
import { sendToBackground } from '@/lib/page/native';
import { nextInView } from '@/lib/page/next-flag';
import { createCardBox } from './card-box';
import { emptyCard, fillCard } from './fill-card';

/** Brought into a frame when its first card is wanted; the flags script says for whom. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    const client = createClient<PageCalls>(sendToBackground);
    const box = createCardBox({
      fill: (body, address, onOpened) => fillCard(body, { address, client, onOpened }),
      empty: emptyCard,
      signal,
    });
    const door = cardDoor();
    let last: Hit | null = null;
    const showNext = (): void => {
      const next = nextInView(door.drawn(), last);
      if (!next) return;
      const { address } = (last = next.hit);
      void client.hovered({ address });
      box.show({ address, anchor: next.anchor, by: 'key' });
    };
    const show = (wish: CardWish): void => (wish === 'next' ? showNext() : box.show(wish));

    door.card = { show, close: box.close };
    const { wish } = door;
    door.wish = null;
    if (wish) show(wish);
    signal.addEventListener('abort', () => {
      // Brought in twice, the newer script goes on with what this one was asked for.
      door.wish = box.current();
      box.close();
    });
  },
});
