import { inNodes, pageText, plainText } from './corpus.ts';

type Runner = (text: string) => number;

const ROUNDS = 40;
/** The least that a sample takes, so that the clock is exact enough. */
const SAMPLE_MS = 2;

/** By kind of text, then by runner: milliseconds a pass, the fastest of all rounds. */
export function measureText(
  runners: Record<string, Runner>,
): Record<string, Record<string, number>> {
  const texts = {
    plain: [plainText()],
    page: [pageText()],
    nodes: inNodes(pageText()),
  };
  return Object.fromEntries(
    Object.entries(texts).map(([kind, given]) => [kind, race(runners, given)]),
  );
}

/** By turns, so that whatever else the machine does falls on all of them. */
function race(runners: Record<string, Runner>, given: readonly string[]): Record<string, number> {
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, runner] of Object.entries(runners)) {
      // What takes long need not be seen forty times.
      if ((best[name] ?? 0) > SAMPLE_MS * 10 && round >= 5) continue;
      best[name] = Math.min(best[name] ?? Infinity, sample(runner, given));
    }
  }
  return best;
}

function sample(runner: Runner, given: readonly string[]): number {
  const start = performance.now();
  for (let passes = 1; ; passes += 1) {
    for (const text of given) runner(text);
    const spent = performance.now() - start;
    if (spent > SAMPLE_MS) return spent / passes;
  }
}
