/** A Firefox with a fresh profile and the built extension, and the way to talk to it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { openMarionette, type Marionette } from './marionette.ts';

export const BUILT = resolve(process.env.ADDRESSEE_OUTPUT ?? '.output', 'firefox-mv3');
export const ADDON = 'addressee@addressee.example';
/** Where its pages are; by itself Firefox makes one up for each profile. */
const HOST = '1b6f2c4e-58d0-4a5e-9c37-2d8f0a6b7e91';
const PORT_FILE = 'MarionetteActivePort';

/** Sites of `serveSite`; Firefox knows no pattern here. */
const SITES = ['mail.test', 'desk.acme.test'];

const PREFERENCES = {
  'marionette.port': 0,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }),
  // Asking for hosts is answered with yes.
  'extensions.webextOptionalPermissionPrompts': false,
  'network.dns.localDomains': SITES.join(),
  // Nothing can leave: there is no proxy at this port.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1,localhost,.test',
};

export interface Started {
  marionette: Marionette;
  url(path: string): string;
  close(): Promise<void>;
}

export async function startFirefox(): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'addressee-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const firefox = launch(profile);
  const ended = once(firefox, 'exit');
  const end = async (): Promise<void> => {
    firefox.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const marionette = await openMarionette(await portIn(profile, firefox));
    await marionette.send('WebDriver:NewSession');
    await marionette.send('Addon:Install', { path: BUILT, temporary: true });
    return {
      marionette,
      url: (path) => `moz-extension://${HOST}/${path}`,
      async close() {
        marionette.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function launch(profile: string): ChildProcess {
  const path = process.env.ADDRESSEE_FIREFOX;
  if (!path) throw new Error('No Firefox is named: run npm run test:firefox.');
  const given = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
  return spawn(path, [...given, '--profile', profile], { stdio: 'ignore' });
}

/** It writes down which port it has taken. */
async function portIn(profile: string, firefox: ChildProcess): Promise<number> {
  const file = join(profile, PORT_FILE);
  const read = (): number => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  await expect
    .poll(() => firefox.exitCode ?? read(), { message: 'Firefox starts' })
    .toBeGreaterThan(0);
  return read();
}
