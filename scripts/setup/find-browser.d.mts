/** `path` is null where none was found; `said` holds what to know of the ones passed over. */
export function findBrowser(): { path: string | null; said: string[] };
