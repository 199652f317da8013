import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/**
 * What is on the screen is the same whichever habits the servers show, so axe looks at it once.
 * Contrast changes with the theme, so both are gone through. Without motion: half-way from one
 * theme's colour to the other's, a button has a contrast that nobody will ever look at.
 */
export async function expectNoViolation(page: Page, state: string): Promise<void> {
  if (test.info().project.name === 'seed') return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    // Between the themes nothing changes but colours.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
