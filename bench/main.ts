import { arch, cpus, type } from 'node:os';
import { argv, exit } from 'node:process';
import { type Bench, type Figure, printTable } from './figures.ts';
import { benchAdversarial } from './adversarial.ts';
import { benchDirectory } from './directory.ts';
import { benchDisguises } from './disguises.ts';
import { benchFeed } from './feed.ts';
import { benchFrames } from './frames.ts';
import { benchMarks } from './marks.ts';
import { benchPopup } from './popup.ts';
import { benchRequests } from './requests.ts';
import { benchScan } from './scan.ts';
import { benchText } from './text.ts';
import { benchTicker } from './ticker.ts';

/** The table's parts in their order; `npm run bench -- text` prints that one alone. */
const BENCHES: Record<string, Bench> = {
  text: benchText,
  adversarial: benchAdversarial,
  scan: benchScan,
  marks: benchMarks,
  frames: benchFrames,
  feed: benchFeed,
  ticker: benchTicker,
  disguises: benchDisguises,
  directory: benchDirectory,
  requests: benchRequests,
  popup: benchPopup,
};

const wanted = argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.log(`There is no ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  exit(1);
}

let exitCode = 0;
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`Measuring ${name}…`);
  try {
    figures.push(...(await bench()));
  } catch (error) {
    // The other parts are worth their table all the same.
    console.log(`  ${name} could not be measured: ${String(error)}`);
    exitCode = 1;
  }
}
const [processor] = cpus();
console.log(`\n${cpus().length} × ${processor?.model} (${arch()}), ${type()}, Chromium\n`);
printTable(figures);
exit(exitCode);
