/**
 * `YYYY-MM-DD` with ` HH:MM:SS` where known, as the server writes it in its own unnamed zone.
 * Zero dates and what is no date are none.
 */
export function plainDate(text: string | null | undefined): string | null {
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}).*)?$/.exec(text?.trim() ?? '') ?? [];
  if (!date || date.startsWith('0000') || date.includes('-00')) return null;
  return time ? `${date} ${time}` : date;
}

/** The moment as `Y-m-d H:i:s` in UTC. */
export const sqlDate = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');
