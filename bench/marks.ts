import type { Page } from '@playwright/test';
import { type Figure, median } from './figures.ts';
import { openFlaggedLab, type FlaggedLab, type Guest, settle } from './lab/flagged.ts';
import { ALL_ROWS, tablePage } from './lab/table.ts';
import { trace, type Trace } from './lab/trace.ts';

const ROUNDS = 3;
const PEERS = { 'linkify-element': 'linkify', 'mark.js': 'mark', 'CSS highlights': 'highlights' };
/** For all of it to be scanned, asked for and drawn. */
const LONG_ENOUGH_MS = 1_500;

/** Marking every address of 100,000 nodes: what the page draws, and how long it is held up. */
export async function benchMarks(): Promise<Figure[]> {
  const lab = await openFlaggedLab();
  const body = tablePage(ALL_ROWS);
  try {
    const box = await median3(lab, body, 'box');
    const ours = await median3(lab, body, 'ours');
    const peers: Record<string, Trace> = {};
    for (const [name, guest] of Object.entries(PEERS)) {
      peers[name] = await median3(lab, body, guest);
    }
    const of = (value: (each: Trace) => number): Record<string, number> =>
      Object.fromEntries(Object.entries(peers).map(([name, each]) => [name, value(each)]));
    return [
      {
        work: 'Marking 7,407 addresses: our longest task',
        floor: '',
        ours: ours.longest,
        limit: { atMost: 8 },
        unit: 'milliseconds',
        peers: of((each) => each.longest),
      },
      {
        work: 'The same: what the page draws',
        floor: 'the page adds a box of 1 px',
        ours: ours.render / box.render,
        limit: { atMost: 1.2 },
        unit: 'times',
        peers: of((each) => each.render / box.render),
      },
      await anyhow(lab, 'One of them is hidden', `${body}<p hidden>last@mail.example.org</p>`),
      await anyhow(lab, 'They run up the page', `${RUNNING_UP}${body}`),
      await anyhow(lab, 'They run down in columns', `${IN_COLUMNS}${body}`),
    ];
  } finally {
    await lab.close();
  }
}

const RUNNING_UP = '<style>tbody { display: flex; flex-direction: column-reverse }</style>';
const IN_COLUMNS = '<style>table { columns: 3; display: block }</style>';

/** Where the order of a page says less of where things lie. */
async function anyhow(lab: FlaggedLab, how: string, body: string): Promise<Figure> {
  const { longest } = await median3(lab, body, 'ours');
  return {
    work: `${how}: our longest task`,
    ...{ floor: '', ours: longest, limit: { atMost: 8 }, unit: 'milliseconds', peers: {} },
  };
}

async function median3(lab: FlaggedLab, body: string, guest: Guest): Promise<Trace> {
  const traces: Trace[] = [];
  const rounds = Object.values(PEERS).includes(guest) ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    const { page, invite } = await lab.open(body);
    traces.push(
      await trace(page, async () => {
        await (guest === 'box' ? addBox(page) : invite(guest));
        await page.waitForTimeout(LONG_ENOUGH_MS);
        await settle(page);
      }),
    );
    await page.close();
  }
  const of = (value: (each: Trace) => number): number => median(traces.map(value));
  return {
    script: of((each) => each.script),
    longest: of((each) => each.longest),
    render: of((each) => each.render),
  };
}

const addBox = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const box = document.createElement('div');
    box.style.cssText = 'position:absolute;top:9px;left:9px;width:1px;height:1px;background:red';
    document.body.append(box);
  });
