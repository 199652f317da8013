import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { connectOcteth, connectSysteme } from '../../e2e/harness/connect.ts';
import { startExtension, type Extension } from '../../e2e/harness/extension.ts';
import { serveSite, type Site } from '../../e2e/harness/site.ts';
import { startSandbox, type Dialect, type Sandbox } from '../../sandbox/sandbox.ts';

export const MAIL = 'Acme Mail';
export const SCHOOL = 'Acme School';

/** Everything the demo plays with. */
export interface Stage {
  sandbox: Sandbox;
  site: Site;
  extension: Extension;
  /** The same page in both themes, as NAME-light.png and NAME-dark.png. */
  picture(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Staging {
  dialect: Dialect;
  headless: boolean;
  /** The folder that pictures are saved in. */
  pictures: string;
}

export async function setStage({ dialect, headless, pictures }: Staging): Promise<Stage> {
  const sandbox = await startSandbox({ dialect });
  const site = await serveSite();
  const extension = await startExtension({ headless });
  return {
    sandbox,
    site,
    extension,
    picture: (page, name) => picture(page, `${resolve(pictures)}/${name}`),
    async close() {
      await extension.close();
      await Promise.all([site.close(), sandbox.close()]);
    },
  };
}

/** On the options page, through its own fields, as a person would. */
export async function connectBoth({ extension, sandbox }: Stage): Promise<Page> {
  const options = await extension.openOptions();
  await connectOcteth(options, { sandbox, name: MAIL });
  await connectSysteme(options, { sandbox, name: SCHOOL });
  return options;
}

async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      element.scrollTo({ top: 0, left: 0, behavior: 'instant' });
    }
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${path}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: null });
}
