/**
 * Half-filled forms, kept on every keystroke so that they survive closing the tab. There is no
 * field for a key here: keys are never kept before they are saved (law 5).
 */
export interface DraftFields {
  name: string;
  server: string;
  gateway: string;
  control: string;
}

/** Which form: a new account of a system, or the change of an existing one. */
export type FormId = 'new-octeth' | 'new-systeme' | `edit:${string}`;

export interface Drafts {
  read: (form: FormId) => DraftFields | null;
  keep: (form: FormId, fields: DraftFields) => void;
  drop: (form: FormId) => void;
  /** The form last typed into, to be opened again. */
  latest: () => FormId | null;
}

const PREFIX = 'addressee:draft:';
const FIELDS = ['name', 'server', 'gateway', 'control'] as const;

export function createDrafts(storage: Storage, now: () => number = Date.now): Drafts {
  const parse = (key: string) => parseDraft(storage.getItem(key));
  return {
    read: (form) => parse(PREFIX + form)?.fields ?? null,
    keep: (form, fields) => {
      try {
        storage.setItem(PREFIX + form, JSON.stringify({ at: now(), fields: onlyFields(fields) }));
      } catch {
        // Storage is full or closed: what is typed stays on the screen, as it would without drafts.
      }
    },
    drop: (form) => storage.removeItem(PREFIX + form),
    latest: () => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      const kept = keys
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => ({ form: key.slice(PREFIX.length), at: parse(key)?.at ?? -1 }))
        .filter((draft) => draft.at >= 0)
        .sort((one, other) => other.at - one.at);
      return kept.map((draft) => draft.form).find(isFormId) ?? null;
    },
  };
}

function isFormId(form: string): form is FormId {
  return form === 'new-octeth' || form === 'new-systeme' || form.startsWith('edit:');
}

/** Picks by name, so that nothing else (a key) can ride along. */
function onlyFields(fields: Partial<Record<keyof DraftFields, unknown>>): DraftFields {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const [name, server, gateway, control] = FIELDS.map((field) => text(fields[field]));
  return { name: name ?? '', server: server ?? '', gateway: gateway ?? '', control: control ?? '' };
}

function parseDraft(text: string | null): { at: number; fields: DraftFields } | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null');
    if (typeof draft !== 'object' || draft === null) return null;
    const { at, fields } = draft as { at?: unknown; fields?: unknown }; // checked on the next lines
    if (typeof at !== 'number' || typeof fields !== 'object' || fields === null) return null;
    return { at, fields: onlyFields(fields) };
  } catch {
    return null; // Not ours or cut off: as good as no draft.
  }
}
