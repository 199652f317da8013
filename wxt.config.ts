import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { leanIcons } from './scripts/build/lean-icons.ts';
import { nativeBrowser } from './scripts/build/native-browser.ts';
import { paintFirst } from './scripts/build/paint-first.ts';
import { permissions } from './docs/permissions.ts';

/**
 * Hosts are optional and asked for when they are needed (law 9). Private windows are closed to us
 * altogether, so nothing can be kept from them (law 5).
 */
export default defineConfig({
  imports: false,
  outDir: process.env.ADDRESSEE_OUTPUT ?? '.output',
  manifest: ({ browser }) => ({
    name: 'Addressee',
    short_name: 'Addressee',
    description: 'Know who is behind every email address, in Octeth and Systeme.io at once.',
    minimum_chrome_version: '148',
    incognito: 'not_allowed',
    permissions: permissions.map((permission) => permission.name),
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Addressee: who is behind this address?' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Look up an address',
      },
      'next-flag': { description: 'Step to the next flagged address on the page' },
      'previous-flag': { description: 'Step to the flagged address before' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'addressee@addressee.example',
          strict_min_version: '140.0',
          data_collection_permissions: {
            required: ['personallyIdentifyingInfo', 'authenticationInfo'],
          },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
  vite: () => ({
    plugins: [nativeBrowser(), leanIcons(), paintFirst('popup/index.html')],
    build: {
      // What every browser we support has need not be spelt out for older ones.
      modulePreload: { polyfill: false },
      cssTarget: ['chrome148', 'firefox140'],
    },
    resolve: {
      alias: {
        // Quieter and smaller; the reason is told in that file.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('lib/page/lifetime.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    /** What our pages share lies in few files, each loaded only by those who need all of it. */
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      const shared = { minShareCount: 2, entriesAware: true };
      const groups = [
        { name: 'ui', test: /node_modules.preact|components.ui/, minShareCount: 2 },
        { name: 'people', test: /lib.(people|failure|browser)/, ...shared },
      ];
      const split = { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
      Object.assign(config, mergeConfig(config, split));
    },
  },
  zip: { excludeSources: ['docs/screenshots/**', 'e2e/**', 'bench/**', 'sandbox/**'] },
});
