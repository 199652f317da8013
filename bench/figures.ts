/** What is measured, and how it is printed. Absolute times differ between machines: trust the ratios. */

export interface Figure {
  /** What was done. */
  work: string;
  /** What stands at 1×, or what it is a share of. */
  floor: string;
  ours: number;
  limit: Limit;
  unit: keyof typeof SAID;
  /** The same work done by others, in the same run and unit. */
  peers?: Record<string, number>;
}

export type Limit = { atMost: number } | { atLeast: number };

/** A part of the table; the register is in `main.ts`. */
export type Bench = () => Promise<Figure[]>;

const SAID = {
  times: (value: number) => `${short(value)}×`,
  percent: (value: number) => `${short(value)} %`,
  milliseconds: (value: number) => `${short(value)} ms`,
  bytes: (value: number) => `${short(value)} bytes`,
  kilobytes: (value: number) => `${short(value)} kB`,
  count: (value: number) => value.toLocaleString('en-GB'),
};

const short = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en-GB')
    : value.toFixed(Math.abs(value) < 0.1 && value !== 0 ? 3 : 2);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** What else the machine does can only add to the time of work that is always the same. */
export const fastest = (values: readonly number[]): number => Math.min(...values);

const isWithin = ({ ours, limit }: Figure): boolean =>
  'atMost' in limit ? ours <= limit.atMost : ours >= limit.atLeast;

const HEAD = ['Work', 'Floor', 'Ours', 'Limit', '', 'Peers'];

export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => {
    const say = SAID[figure.unit];
    const { limit } = figure;
    return [
      figure.work,
      figure.floor,
      say(figure.ours),
      'atMost' in limit ? `≤ ${say(limit.atMost)}` : `≥ ${say(limit.atLeast)}`,
      isWithin(figure) ? '✓' : 'missed',
      Object.entries(figure.peers ?? {})
        .map(([name, value]) => `${name} ${say(value)}`)
        .join(', '),
    ];
  });
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const print = (cells: readonly string[]): void =>
    console.log(`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  print(HEAD);
  print(widths.map((width) => '-'.repeat(width)));
  for (const row of rows) print(row);
}
