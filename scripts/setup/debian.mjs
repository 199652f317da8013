/** Packages of Debian and its kin. Plain JavaScript: runs before setup. */
import { getuid, platform } from 'node:process';
import { reasonIn, run } from './run.mjs';

/** Resolves with why it could not be installed; `why` is null where it was. */
export async function installDebian(name, tell) {
  if (platform !== 'linux' || !(await run('apt-get', ['--version'], { quiet: true })).ok) {
    return { why: 'there is no apt-get here' };
  }
  const before = getuid() === 0 ? [] : ['sudo', '-n'];
  const may = before.length === 0 || (await run('sudo', ['-n', 'true'], { quiet: true })).ok;
  if (!may) return { why: 'apt-get needs a password here' };
  tell(`Installing Debian’s ${name} through apt-get…`);
  const extra = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [program, ...rest] = [...before, 'apt-get', ...step];
    const { ok, said } = await run(program, rest, { seconds: 300, quiet: true, extra });
    if (!ok && step[0] === 'install') return { why: `apt-get failed (${reasonIn(said)})` };
  }
  return { why: null };
}
