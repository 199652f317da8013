/** The Firefox that the tests of the Firefox build drive. Plain JavaScript: runs before setup. */
import { env } from 'node:process';
import { installDebian } from './debian.mjs';
import { findProgram } from './programs.mjs';

const VARIABLE = 'ADDRESSEE_FIREFOX';
const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];
/** As the manifest says. */
const OLDEST = 140;

const find = () => findProgram({ variable: VARIABLE, names: NAMES, oldest: OLDEST });

/** One that is here, else Debian's; throws with what to install. */
export async function provideFirefox(tell) {
  const here = find();
  for (const sentence of here.said) tell(sentence);
  if (here.path) return here.path;
  if (env[VARIABLE]) throw new Error(`Set ${VARIABLE} to a Firefox that runs.`);

  const { why } = await installDebian('firefox-esr', tell);
  const { path } = find();
  if (path) return path;
  throw new Error(
    [
      `No Firefox, and none could be installed: ${why ?? 'Debian’s is too old'}.`,
      `Install Firefox ${OLDEST} or newer so that it is found on PATH, or name its program in`,
      `${VARIABLE}, and run this again.`,
    ].join('\n'),
  );
}
