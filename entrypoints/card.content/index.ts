import { defineContentScript } from 'wxt/utils/define-content-script';
import { createClient } from '@/lib/messaging/client';
import type { PageCalls } from '@/lib/messaging/protocol';
import { cardDoor, type CardWish } from '@/lib/page/card-door';
import { sendToBackground } from '@/lib/page/native';
import { createCardBox } from './card-box';
import { emptyCard, fillCard } from './fill-card';
import { createStepBox } from './step-box';
import { createStepping } from './stepping';

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
    const stepping = createStepping((stop) => {
      box.close();
      void client.hovered({ address: stop.hit.address });
      ring.show(stop);
    });
    const ring = createStepBox({
      open: ({ hit: { address } }, anchor) => box.show({ address, anchor, by: 'key' }),
      step: stepping.step,
      signal,
    });
    const show = (wish: CardWish): void => {
      if (wish === 'next-flag' || wish === 'previous-flag') {
        return stepping.step(wish === 'next-flag' ? 1 : -1);
      }
      if ('stepTo' in wish) return stepping.stepTo(wish.stepTo);
      ring.close();
      box.show(wish);
    };
    const close = (): void => {
      ring.close();
      box.close();
    };

    const door = cardDoor();
    door.card = { show, close };
    const { wish } = door;
    door.wish = null;
    if (wish) show(wish);
    signal.addEventListener('abort', () => {
      // Brought in twice, the newer script goes on with what this one was asked for.
      door.wish = box.current();
      close();
    });
  },
});
