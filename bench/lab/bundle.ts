import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** A module as a page would load it: minified, its exports in one global. */
export async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: resolve(ROOT, entry), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk] = output?.output ?? [];
  if (!chunk?.code) throw new Error(`${entry} could not be bundled`);
  return chunk.code;
}
