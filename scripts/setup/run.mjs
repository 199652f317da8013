/** Runs a program of this project's, its own Node first. Plain JavaScript: runs before setup. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Whatever is started from here on finds the project's own programs before the machine's. */
export function preferOwnPrograms() {
  const own = join(ROOT, 'node_modules', '.bin');
  const path = (env.PATH ?? '').split(delimiter);
  if (path[0] !== own) env.PATH = [own, ...path].join(delimiter);
}

/**
 * Resolves with how the program ended; never rejects. `seconds` bounds it; `quiet` keeps what it
 * says until it fails.
 */
export function run(command, given = [], { seconds = 0, quiet = false, extra = {} } = {}) {
  const heard = [];
  return new Promise((ended) => {
    const child = spawn(command, given, {
      cwd: ROOT,
      env: { ...env, ...extra },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // On Windows the programs in .bin are scripts for its shell.
      shell: platform === 'win32',
      ...(seconds && { timeout: seconds * 1000 }),
    });
    child.stdout?.on('data', (chunk) => heard.push(chunk));
    child.stderr?.on('data', (chunk) => heard.push(chunk));
    const end = (ok, why) => ended({ ok, said: `${Buffer.concat(heard)}${why}`.trim() });
    child.on('error', (error) => end(false, `${command}: ${error.message}`));
    child.on('close', (code, signal) =>
      end(code === 0, signal ? `${command} was stopped after ${seconds} seconds.` : ''),
    );
  });
}

/** The line of a program's complaint that says what was wrong. */
export function reasonIn(said) {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(e: |error|.*\berror:)/i.test(line)) ?? lines.at(-1) ?? 'no reason';
}
