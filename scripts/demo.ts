import { parseArgs } from 'node:util';
import { connectBoth, setStage } from './demo/stage.ts';
import { playOnce } from './demo/once.ts';
import { chooseFlags } from '../e2e/harness/drive.ts';
import { notable, type Dialect } from '../sandbox/sandbox.ts';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
    dialect: { type: 'string', default: 'public' },
    pictures: { type: 'string', default: 'test-results/demo' },
  },
});
const say = (line: string): void => console.log(line);

if (!isDialect(values.dialect)) {
  say('Usage: npm run demo -- [--headless] [--once] [--dialect seed|public] [--pictures FOLDER]');
  process.exit(2);
}
say(`Starting the sandbox (${values.dialect} dialect) and the browser…`);
const { dialect, headless, pictures } = values;
const stage = await setStage({ dialect, headless, pictures });
try {
  if (values.once) {
    await playOnce(stage, (step, saw) => say(`${step.padEnd(9)} ${saw}`));
    say(`\nThe main job works. Pictures are in ${pictures}.`);
  } else {
    await leaveToHer();
  }
} catch (error) {
  say(`\nFailed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await stage.close().catch(() => undefined);
}
for (const problem of stage.extension.problems.list()) {
  say(`Problem: ${problem}`);
  process.exitCode = 1;
}

/** The browser is hers from here on; it ends when she closes it. */
async function leaveToHer(): Promise<void> {
  const options = await connectBoth(stage);
  await chooseFlags(options, 'On every site');
  await stage.extension.openPage(stage.site.url('inbox.html', 'desk.acme.test'));
  say(`
Acme Mail (Octeth) and Acme School (Systeme.io) are connected to the sandbox.
Click the mark in the toolbar, or press Alt+Shift+K, and look somebody up:
  ${notable.ada.email}      in both
  ${notable.hardBounced.email}   bounced
  ${notable.systemeOnly.email}    in Systeme.io alone
On the page that is open everybody is marked once the directory has been read, a moment from
now. Close the browser to end.`);
  await new Promise<void>((closed) => stage.extension.context().on('close', () => closed()));
}

function isDialect(text: string): text is Dialect {
  return text === 'seed' || text === 'public';
}
