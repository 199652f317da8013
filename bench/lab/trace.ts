import type { Browser, Page } from '@playwright/test';
import { OURS } from './world.ts';

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  ts: number;
  dur?: number;
  /** Of the thread's own time: what else the machine did meanwhile is not in it. */
  tdur?: number;
  args: { data?: { url?: string }; name?: string };
}

export interface Trace {
  /** Milliseconds that our scripts took, without what the page would lay out in any case. */
  script: number;
  /** The longest of our calls, with all it caused. */
  longest: number;
  /** Milliseconds of style, layout and paint. */
  render: number;
}

const RENDERING = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'UpdateLayer',
]);
const LAYING_OUT = new Set(['UpdateLayoutTree', 'Layout']);

export async function trace(page: Page, during: () => Promise<unknown>): Promise<Trace> {
  const browser = page.context().browser() as Browser; // the lab's pages have one
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await during();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  return readTrace(traceEvents.filter((event) => event.ph === 'X'));
}

function readTrace(events: readonly TraceEvent[]): Trace {
  const calls = outermost(
    events.filter((each) => each.name === 'FunctionCall' && each.args.data?.url === OURS),
  );
  const main = calls[0] ?? events.find((each) => RENDERING.has(each.name));
  const mains = events.filter((each) => each.pid === main?.pid && each.tid === main.tid);
  const layouts = mains.filter((each) => LAYING_OUT.has(each.name));
  const nested = layouts.filter((each) => calls.some((call) => isWithin(each, call)));
  return {
    script: sum(calls) - sum(nested),
    longest: Math.max(0, ...calls.map(taken)),
    render: sum(mains.filter((each) => RENDERING.has(each.name))),
  };
}

const taken = (event: TraceEvent): number => (event.tdur ?? event.dur ?? 0) / 1000;
const sum = (events: readonly TraceEvent[]): number =>
  events.reduce((total, event) => total + taken(event), 0);

const isWithin = (one: TraceEvent, other: TraceEvent): boolean =>
  one.ts >= other.ts && one.ts + (one.dur ?? 0) <= other.ts + (other.dur ?? 0);

function outermost(calls: readonly TraceEvent[]): TraceEvent[] {
  const kept: TraceEvent[] = [];
  for (const call of calls.toSorted((one, other) => one.ts - other.ts)) {
    const last = kept.at(-1);
    if (!last || !isWithin(call, last)) kept.push(call);
  }
  return kept;
}
