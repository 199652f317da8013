/** Opens and clicks by week, for the small picture of them: pure. */
import type { Activity } from '@/lib/people/details';
import { dayOf } from '../people/times';

export interface Week {
  /** Its Monday, `YYYY-MM-DD`. */
  from: string;
  opens: number;
  clicks: number;
}

export const WEEKS_SHOWN = 12;
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * The last twelve weeks, oldest first, this week last. Days are the server's own; one that is
 * ahead of ours may already be in the next week, which counts as this one.
 */
export function weeksOf(activity: readonly Activity[], today: Date): Week[] {
  const day = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const last = weekOf(day);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, index) => ({
    from: mondayOf(last - WEEKS_SHOWN + 1 + index),
    opens: 0,
    clicks: 0,
  }));
  for (const { kind, at } of activity) {
    const time = Date.parse(`${at.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(time) || time > day + DAY_MS) continue;
    const week = weeks[Math.min(weekOf(time), last) - last + WEEKS_SHOWN - 1];
    if (week && kind === 'open') week.opens += 1;
    if (week && kind === 'click') week.clicks += 1;
  }
  return weeks;
}

const weekOf = (time: number): number => Math.floor((time - FIRST_MONDAY_MS) / WEEK_MS);

const mondayOf = (week: number): string =>
  new Date(week * WEEK_MS + FIRST_MONDAY_MS).toISOString().slice(0, 10);

/** What the picture shows, for whoever does not see it. */
export function sayWeeks(weeks: readonly Week[]): string {
  const opens = sum(weeks.map((week) => week.opens));
  const clicks = sum(weeks.map((week) => week.clicks));
  const all = `${countOf(opens, 'open')} and ${countOf(clicks, 'click')} in ${weeks.length} weeks`;
  const [most] = weeks.toSorted((a, b) => b.opens + b.clicks - a.opens - a.clicks);
  if (!most || opens + clicks === 0) return `${all}.`;
  return `${all}, most in the week of ${dayOf(most.from)}: ${countOf(most.opens, 'open')} and ${countOf(most.clicks, 'click')}.`;
}

const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);

export const countOf = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;
