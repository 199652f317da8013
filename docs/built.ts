/** The built extension as the tests on it read it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const OUTPUT = resolve(import.meta.dirname, '..', process.env.ADDRESSEE_OUTPUT ?? '.output');
export const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;
export type Target = (typeof TARGETS)[number];

export interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  web_accessible_resources?: unknown[];
  content_scripts?: unknown[];
  content_security_policy?: unknown;
  icons: Record<string, string>;
  incognito: string;
  background: { service_worker?: string; scripts?: string[] };
}

export const read = (target: Target, path: string): string =>
  readFileSync(join(OUTPUT, target, path), 'utf8');

export const has = (target: Target, path: string): boolean =>
  existsSync(join(OUTPUT, target, path));

export const manifestOf = (target: Target): Manifest =>
  // Written by the build; what the tests assert is its content.
  JSON.parse(read(target, 'manifest.json')) as Manifest;

export function filesOf(target: Target, ending: RegExp): string[] {
  const files = readdirSync(join(OUTPUT, target), { recursive: true, encoding: 'utf8' });
  return files.map((file) => file.replaceAll('\\', '/')).filter((file) => ending.test(file));
}

/**
 * An entry with everything it loads by itself: chunks of chunks, and style sheets. `later` adds
 * what it loads only when it is asked for.
 */
export function loadedBy(target: Target, entry: string, { later = true } = {}): string[] {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file) || !has(target, file)) return;
    loaded.add(file);
    for (const next of referredTo(read(target, file), file, later)) load(next);
  };
  load(entry);
  return [...loaded];
}

/** What a page or a module names: `src`, `href`, `import`; dynamic ones, and their styles, `later`. */
function referredTo(text: string, file: string, later: boolean): string[] {
  const named = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"(?! disabled)/g)]
    : file.endsWith('.js')
      ? [...text.matchAll(later ? ANY_IMPORT : STATIC_IMPORT)]
      : [];
  const styles = later ? [...text.matchAll(/"(assets\/[^"]+\.css)"/g)] : [];
  return [
    ...named.map(([, path = '']) => pathOf(path, file)),
    ...styles.map(([, path = '']) => path),
  ];
}

const ANY_IMPORT = /(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const STATIC_IMPORT = /(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

const pathOf = (path: string, file: string): string =>
  path.startsWith('/') ? path.slice(1) : posix.join(dirname(file), path);

/** Kilobytes (1024) once compressed, as a store would send it. */
export function compressedSize(target: Target, files: string[]): number {
  const bytes = files.map((file) => gzipSync(read(target, file), { level: 9 }).byteLength);
  return bytes.reduce((sum, each) => sum + each, 0) / 1024;
}
