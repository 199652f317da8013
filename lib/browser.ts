/**
 * The only import of webextension-polyfill. From Chrome 148 and in every Firefox we support,
 * `browser` is native and the polyfill hands it back untouched; to drop it, change this file.
 */
export { default as browser } from 'webextension-polyfill';
export type { Menus, Runtime, Scripting, Storage, Tabs } from 'webextension-polyfill';
