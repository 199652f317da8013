import type { Page } from '@playwright/test';
import { openLab, type Lab } from './browser.ts';
import { bundle } from './bundle.ts';
import { openWorld, type World } from './world.ts';

/** Who is on the page: `nobody`, or what `flags/world.ts`, or the entry, calls so. */
export type Guest = string;

/** For all to be marked, and for the look for disguises, which comes once and has a row of its own. */
export const SETTLED_MS = 4_500;

/** What the flags need of the browser, so that they run without the extension around them. */
const STAND_IN =
  'globalThis.browser={runtime:{id:"bench",onMessage:{addListener(){},removeListener(){}}}};';

export interface FlaggedLab {
  /** A fresh page with nobody on it yet. */
  open(body: string): Promise<{ page: Page; world: World; invite(guest: Guest): Promise<void> }>;
  close: Lab['close'];
}

export async function openFlaggedLab(entry = 'bench/flags/world.ts'): Promise<FlaggedLab> {
  const script = await bundle(entry, 'guests');
  const lab = await openLab();
  return {
    async open(body) {
      const page = await lab.open(body);
      await settle(page);
      const world = await openWorld(page, STAND_IN + script);
      return {
        page,
        world,
        async invite(guest) {
          if (guest === 'nobody') return;
          // As a task of its own, so that a trace tells how long it took.
          await world.run(`new Promise((done)=>setTimeout(()=>done(void guests.${guest}())))`);
        },
      };
    },
    close: lab.close,
  };
}

/** Until what the page had to draw has been drawn. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve()));
      }),
  );
