import { expect, marksOn, type Extension, type Page } from '../harness.ts';

/** One address a line, in the same place: what the page sees must not differ. */
export const list = (addresses: readonly string[], script = ''): string => `<!doctype html>
  <meta charset="utf-8"><title>Trap</title>
  <style>body { font: 16px/2 monospace; margin: 20px; overflow-x: hidden }</style>
  <script>${script}</script>${addresses.map((each) => `<p>${each}</p>`).join('')}`;

/** As long as a known one, letter for letter, so that nothing but the standing differs. */
export const strange = (email: string, letter = 'x'): string => email.replaceAll(/[a-z]/g, letter);

/** Opened, and marked so often. */
export async function openTrap(
  extension: Extension,
  address: string,
  marks: number,
): Promise<Page> {
  const tab = await extension.openPage(address);
  await expect.poll(async () => (await marksOn(tab)).length).toBe(marks);
  return tab;
}
