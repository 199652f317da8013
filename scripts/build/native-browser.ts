import type { Plugin } from 'vite';

const IS_OLD_BROWSER =
  '!(globalThis.browser && globalThis.browser.runtime && globalThis.browser.runtime.id)';

/**
 * In every browser we support, webextension-polyfill hands back the native `browser` and nothing
 * more. This leaves its wrapper for older ones out of the bundle, 4 KB in each page. To support
 * one of those, take this plugin out.
 */
export function nativeBrowser(): Plugin {
  return {
    name: 'addressee:native-browser',
    transform(code, id) {
      if (!id.includes('webextension-polyfill/dist')) return null;
      if (!code.includes(IS_OLD_BROWSER)) this.error('webextension-polyfill has changed');
      return { code: 'export default globalThis.browser;', map: null };
    },
  };
}
