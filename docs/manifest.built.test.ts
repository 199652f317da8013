import { describe, expect, test } from 'vitest';
import { filesOf, manifestOf, read, TARGETS } from './built.ts';
import { permissions } from './permissions.ts';

/** Addresses that may stand in the code: asked with the user's leave, or never asked at all. */
const NAMED_HOSTS = [
  'gateway.maton.ai',
  'ctrl.maton.ai',
  'api.maton.ai',
  // ky tries a request out with it, to see what the browser can do; nothing is sent.
  'empty.invalid',
  // Names of XML languages, not addresses.
  'www.w3.org',
  // Where the error messages of WXT and of the libraries point a developer.
  'wxt.dev',
  'github.com',
];

describe.each(TARGETS)('%s', (target) => {
  const manifest = manifestOf(target);

  test('asks for the permissions that are written down, and no other (law 9)', () => {
    expect(manifest.permissions.toSorted()).toEqual(permissions.map(({ name }) => name).toSorted());
    expect(manifest.optional_permissions ?? []).toEqual([]);
  });

  test('asks for no host until it is needed (law 9)', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  test('shows no file of its own to pages, and stays out of private windows (law 5)', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.incognito).toBe('not_allowed');
  });

  test('has its mark in every size', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
  });

  test('runs no code made from text', () => {
    for (const file of filesOf(target, /\.js$/)) {
      expect(read(target, file), file).not.toMatch(/\beval\s*\(|\bnew Function\s*\(/);
    }
  });

  test('names no address on the network but those of the services', () => {
    for (const file of filesOf(target, /\.(js|html|css|json)$/)) {
      const found = [...read(target, file).matchAll(/(?:https?:|wss?:)\/\/([\w.-]+\.\w+)/g)];
      const others = found.map(([, host]) => host).filter((host) => !isExample(host ?? ''));
      expect(
        others.filter((host) => !NAMED_HOSTS.includes(host ?? '')),
        file,
      ).toEqual([]);
    }
  });

  test('loads every script and style from itself', () => {
    for (const file of filesOf(target, /\.(html|css)$/)) {
      expect(read(target, file), file).not.toMatch(
        /(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//,
      );
    }
  });
});

/** Shown as examples in a field; nobody is ever asked there. */
const isExample = (host: string): boolean => /(^|\.)(example|acme\.com|example\.com)$/.test(host);
