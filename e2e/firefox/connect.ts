/** The steps of the main job, by the names that screen readers hear. */
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { expect, type Firefox } from './harness.ts';
import { ENTER, type Tab } from './tab.ts';

const OCTETH = 'Acme Mail';
const SYSTEME = 'Acme School';

export const inMail = { role: 'region', name: OCTETH };
export const inSchool = { role: 'region', name: SYSTEME };

/** Octeth as `Acme Mail` and Systeme.io as `Acme School`, on the options page; gives that page. */
export async function connectBoth(firefox: Firefox, sandbox: Sandbox): Promise<Tab> {
  const options = await firefox.openOwn('options.html');
  await connectOcteth(options, sandbox);
  await connectSysteme(options, sandbox);
  return options;
}

async function connectOcteth(options: Tab, { octeth }: Sandbox): Promise<void> {
  await options.press({ role: 'button', name: 'Add Octeth account' });
  await fill(options, 'Server address', octeth.url);
  await fill(options, 'API key', octeth.key);
  await fill(options, 'Name', OCTETH);
  await save(options);
  await isConnected(options, OCTETH);
}

async function connectSysteme(options: Tab, { maton }: Sandbox): Promise<void> {
  await options.press({ role: 'button', name: 'Add Systeme.io account' });
  await fill(options, 'Maton API key', maton.key);
  await fill(options, 'Name', SYSTEME);
  await options.run(() => document.querySelector('form details')?.setAttribute('open', ''));
  await fill(options, 'Gateway address', maton.gateway);
  await fill(options, 'Control address', maton.control);
  await save(options);
  const [beginning] = maton.connection.split('-');
  await options.press({ role: 'radio', name: `Connection of 19 Feb 2026 (${beginning})` });
  await save(options);
  await isConnected(options, SYSTEME);
}

const fill = (options: Tab, name: string, text: string) =>
  options.type({ role: 'label', name }, text);

const save = (options: Tab) => options.press({ role: 'button', name: 'Test and save' });

const isConnected = (options: Tab, name: string) =>
  expect.poll(() => options.isThere({ role: 'article', name })).toBe(true);

/** Chosen as a person does, who is asked for every host there is. */
export async function flagEverywhere(options: Tab): Promise<void> {
  await options.press({ role: 'radio', name: 'On every site' });
  const says = 'Addresses are flagged on every site.';
  await expect.poll(() => options.words()).toContain(says);
}

/** Types an address in the popup and waits until both accounts have answered. */
export async function lookUp(popup: Tab, address: string): Promise<void> {
  const box = { role: 'searchbox', name: 'Email address' };
  await popup.type(box, address);
  await popup.key(ENTER);
  for (const region of [inMail, inSchool]) {
    const tags = { role: 'list', name: 'Tags', within: region };
    await expect.poll(() => popup.isThere(tags)).toBe(true);
  }
}
