/** Where on the workbench one is, by the hash that leads there. */
export const WORK_PARTS = ['people', 'import', 'export', 'danger', 'done'] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

export const PART_TITLES: Record<WorkPart, string> = {
  people: 'People',
  import: 'Import',
  export: 'Export',
  danger: 'Danger zone',
  done: 'What was done',
};

/** Empty where none is named yet. */
export interface WorkPlace {
  accountId: string;
  listId: string;
  part: WorkPart;
}

/** The ticket goes along wherever one goes, until it is used up. */
export const workHashOf = (
  { accountId, listId, part }: WorkPlace,
  ticket: string | null = null,
): string =>
  `#${[accountId, listId, part, ...(ticket ? [ticket] : [])].map(encodeURIComponent).join('/')}`;

export function workPlaceAt(hash: string): WorkPlace {
  const [account = '', list = '', name = ''] = hash.replace(/^#/, '').split('/');
  const part = WORK_PARTS.find((one) => one === name) ?? 'people';
  return { accountId: decoded(account), listId: decoded(list), part };
}

/** What the popup handed on is asked for by it; no address ever stands in a hash. */
export const ticketAt = (hash: string): string | null =>
  /^#[^/]*\/[^/]*\/[^/]*\/([\w-]+)$/.exec(hash)?.[1] ?? null;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // cut in the middle of a character
  }
}
