import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the browser believes she has already said about hosts:
 * - `granted`: every host is allowed from the start
 * - `on-request`: nothing is allowed yet, and asking is answered with yes
 * - `none`: nothing is allowed, and asking waits for a prompt that nobody sees
 */
export type Grants = 'granted' | 'on-request' | 'none';

const EVERY_HOST = {
  api: [],
  explicit_host: ['*://*/*'],
  manifest_permissions: [],
  scriptable_host: [],
};
/** Bits of the browser's own error list: manifest, runtime and internal errors. */
const KEEP_ALL_ERRORS = 7;
/** How the browser records an unpacked folder that was loaded by hand. */
const UNPACKED = { location: 4, creation_flags: 38, state: 1 };

/** The id that Chromium gives an unpacked extension without a key: its path, hashed. */
export function extensionIdOf(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** A fresh profile; must be written before the first launch. */
export function seedProfile(profile: string, folder: string, grants: Grants): void {
  const allowed = {
    ...(grants !== 'none' && { runtime_granted_permissions: EVERY_HOST }),
    ...(grants === 'granted' && {
      granted_permissions: EVERY_HOST,
      active_permissions: EVERY_HOST,
    }),
  };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeSettings(profile, {
    extensions: {
      ui: { developer_mode: true },
      settings: {
        [extensionIdOf(folder)]: { ...allowed, store_extension_errors: KEEP_ALL_ERRORS },
      },
    },
  });
}

/**
 * Between two launches: from now on the browser starts the extension by itself. Loaded by
 * `--load-extension` again it would count as updated, which is not what a restart is.
 */
export function keepInstalled(profile: string, folder: string): void {
  const preferences = readSettings(profile);
  const settings = preferences.extensions.settings[extensionIdOf(folder)];
  if (!settings) throw new Error('The profile does not know the extension');
  Object.assign(settings, UNPACKED, { path: realpathSync(folder) });
  writeSettings(profile, preferences);
}

interface Preferences {
  extensions: { ui: object; settings: Record<string, object> };
}

const fileOf = (profile: string): string => join(profile, 'Default', 'Preferences');

const readSettings = (profile: string): Preferences =>
  // Written by the browser, read in tests only.
  JSON.parse(readFileSync(fileOf(profile), 'utf8')) as Preferences;

const writeSettings = (profile: string, preferences: Preferences): void =>
  writeFileSync(fileOf(profile), JSON.stringify(preferences));
