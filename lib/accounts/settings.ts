/** What the user chose or used, apart from accounts: flags, the menu's tags, how often a tag was used. */
import * as v from 'valibot';
import { tagUseKey } from '../crm/offers';
import { FailureError } from '../failure';
import type { FlagSettings, MenuTag } from '../messaging/protocol';
import type { Choice } from '../people/details';
import { accountOf, type Desk, type Intent } from '../people/intent';
import { type Area, createKept } from '../storage/kept';
import type { Accounts } from './accounts';

const MOST_RECENT = 8;
const MOST_PINNED = 20;
const MOST_SITES = 1_000;
/** Counts beyond this many tags lose the least used. */
const MOST_COUNTED = 500;

const flagsShape = {
  key: 'flags',
  schema: v.object({
    mode: v.picklist(['everywhere', 'chosen', 'off']),
    sites: v.array(v.string()),
  }),
  fallback: { mode: 'chosen', sites: [] } satisfies FlagSettings as FlagSettings, // not narrowed to 'chosen'
};

const place = v.object({ id: v.string(), name: v.string() });
/** The account by id alone: its name is looked up when shown, so a rename is never missed (law 2). */
const storedTag = v.object({
  accountId: v.string(),
  place: v.nullable(place),
  id: v.string(),
  name: v.string(),
  pinned: v.boolean(),
});
type StoredTag = v.InferOutput<typeof storedTag>;
const tagsShape = { key: 'menuTags', schema: v.array(storedTag), fallback: [] as StoredTag[] }; // an empty literal has no element type

const uses = v.record(v.string(), v.number());
type Uses = Record<string, v.InferOutput<typeof uses>>;
const usesShape = { key: 'tagUses', schema: v.record(v.string(), uses), fallback: {} as Uses }; // an empty literal has no keys

export interface Settings {
  flags(): Promise<FlagSettings>;
  setFlags(flags: FlagSettings): Promise<void>;
  /** Pinned first, then the latest used; of accounts that are there and not paused. */
  menuTags(): Promise<MenuTag[]>;
  pin(tag: MenuTag, pinned: boolean): Promise<void>;
  /** A tag was put on somebody: counts, and moves to the front. */
  noteTagUsed(tag: Omit<MenuTag, 'pinned'>): Promise<void>;
  /** A tag of this desk is called so by now. */
  renameTag(desk: Desk, tag: Choice): Promise<void>;
  /** A tag of this desk is gone; null: all of them are. */
  forgetTags(desk: Desk, tagId: string | null): Promise<void>;
  /** How often each tag was used in this account, by `tagUseKey`. */
  tagUses(accountId: string): Promise<Record<string, number>>;
  forgetAccount(accountId: string): Promise<void>;
}

/** The tag an intent puts on somebody, where it does. */
export function usedTag(intent: Intent): Omit<MenuTag, 'pinned'> | null {
  if (intent.kind !== 'tag' || intent.tag.id === null) return null;
  const { id, name } = intent.tag;
  return { account: accountOf(intent), place: intent.target.place, id, name };
}

export function createSettings(options: {
  local: Area;
  accounts: Pick<Accounts, 'list'>;
}): Settings {
  const flags = createKept(options.local, flagsShape);
  const tags = createKept(options.local, tagsShape);
  const counts = createKept(options.local, usesShape);

  return {
    flags: flags.read,
    setFlags: async (wanted) => {
      const clean = cleanFlags(wanted);
      await flags.update(() => clean);
    },
    menuTags: async () => {
      const [stored, accounts] = await Promise.all([tags.read(), options.accounts.list()]);
      return stored.flatMap(({ accountId, ...tag }) => {
        const account = accounts.find(({ id, paused }) => id === accountId && !paused);
        if (!account) return [];
        const { id, name, system } = account;
        return [{ ...tag, account: { id, name, system } }];
      });
    },
    pin: async (tag, pinned) => {
      await tags.update((before) => inFront(before, { ...stored(tag), pinned }));
    },
    noteTagUsed: async (tag) => {
      await tags.update((before) => {
        const pinned = before.some((each) => isSame(each, stored(tag)) && each.pinned);
        return inFront(before, { ...stored(tag), pinned });
      });
      await counts.update((before) => counted(before, tag));
    },
    renameTag: async (desk, { id, name }) => {
      await tags.update((before) =>
        before.map((tag) => (tag.id === id && isAt(desk, tag) ? { ...tag, name } : tag)),
      );
    },
    forgetTags: async (desk, tagId) => {
      await tags.update((before) =>
        before.filter((tag) => !isAt(desk, tag) || (tagId !== null && tag.id !== tagId)),
      );
    },
    tagUses: async (accountId) => (await counts.read())[accountId] ?? {},
    forgetAccount: async (accountId) => {
      await tags.update((before) => before.filter((tag) => tag.accountId !== accountId));
      await counts.update(({ [accountId]: _gone, ...others }) => others);
    },
  };
}

const stored = (tag: Omit<MenuTag, 'pinned'>): Omit<StoredTag, 'pinned'> => ({
  accountId: tag.account.id,
  place: tag.place,
  id: tag.id,
  name: tag.name,
});

const isAt = ({ account, place: list }: Desk, tag: StoredTag): boolean =>
  tag.accountId === account.id && (tag.place?.id ?? null) === (list?.id ?? null);

const isSame = (one: Omit<StoredTag, 'pinned'>, other: Omit<StoredTag, 'pinned'>): boolean =>
  one.accountId === other.accountId &&
  tagUseKey(one.place?.id ?? null, one.id) === tagUseKey(other.place?.id ?? null, other.id);

function inFront(before: StoredTag[], tag: StoredTag): StoredTag[] {
  const all = [tag, ...before.filter((each) => !isSame(each, tag))];
  const pinned = all.filter((each) => each.pinned).slice(0, MOST_PINNED);
  return [...pinned, ...all.filter((each) => !each.pinned).slice(0, MOST_RECENT)];
}

function counted(
  before: Record<string, Record<string, number>>,
  tag: Omit<MenuTag, 'pinned'>,
): Record<string, Record<string, number>> {
  const key = tagUseKey(tag.place?.id ?? null, tag.id);
  const mine = before[tag.account.id] ?? {};
  const next = Object.entries({ ...mine, [key]: (mine[key] ?? 0) + 1 })
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_COUNTED);
  return { ...before, [tag.account.id]: Object.fromEntries(next) };
}

function cleanFlags({ mode, sites }: FlagSettings): FlagSettings {
  const refuse = (reason: string) =>
    new FailureError({ kind: 'bad-input', field: 'sites', reason });
  if (sites.length > MOST_SITES) throw refuse(`${MOST_SITES} sites are the most.`);
  const origins = sites.map((site) => {
    const url = URL.parse(site.trim());
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      throw refuse('A site looks like https://mail.example.com.');
    }
    return url.origin;
  });
  return { mode, sites: [...new Set(origins)] };
}
