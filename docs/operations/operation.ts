/** What a row of the table of operations says. Every test of completeness starts from it. */
import type { OctethClient } from '../../lib/crm/octeth/client.ts';
import type * as control from '../../lib/crm/systeme/control.ts';
import type { SystemeClient } from '../../lib/crm/systeme/client.ts';

export type Dialect = 'seed' | 'public';
export const DIALECTS = ['seed', 'public'] as const satisfies Dialect[];

/** What an answer that says no means, in the words of the reference, by its number. */
export type Codes = Readonly<Record<number, string>>;

/** Where a person meets it. */
export interface Place {
  /** The way there, in her words. */
  where: string;
  /** The accessible name she finds it by, as far as it is always the same. */
  control: string;
  /** The file that draws it. */
  file: string;
}

interface Operation {
  /** The command, or method and route. */
  name: string;
  /** In a few words, after “it”. */
  does: string;
  place: Place;
}

export interface OctethOperation extends Operation {
  system: 'octeth';
  /** Its v1 route where it has one; we use `/api.php` throughout. */
  route: string | null;
  /** The reference states 100 calls in 60 s. */
  isLimited: boolean;
  /** It asks no key: whoever opens a mail or a form may do it. */
  isOpen?: true;
  codes: Readonly<Record<Dialect, Codes>>;
  methods: readonly [keyof OctethClient, ...(keyof OctethClient)[]];
  /** What takes rules, and their proof: no place, for rules never ride from a screen (law 8). */
  guarded?: readonly (keyof OctethClient)[];
}

export interface SystemeOperation extends Operation {
  system: 'systeme';
  /** What it answers of its own, besides what the gateway says of any operation. */
  codes: Readonly<Record<Dialect, Codes>>;
  methods: readonly [keyof SystemeClient, ...(keyof SystemeClient)[]];
}

export interface MatonOperation extends Operation {
  system: 'maton';
  codes: Readonly<Record<Dialect, Codes>>;
  methods: readonly [keyof typeof control, ...(keyof typeof control)[]];
}

export type AnyOperation = OctethOperation | SystemeOperation | MatonOperation;

/** The reference and what is published now say the same. */
export const both = (codes: Codes): Record<Dialect, Codes> => ({ seed: codes, public: codes });

/** What is published now knows these as well. */
export const andLater = (codes: Codes, later: Codes): Record<Dialect, Codes> => ({
  seed: codes,
  public: { ...codes, ...later },
});

/** Octeth's plain commands: no route of their own, and no limit. */
export const LEGACY = { system: 'octeth', route: null, isLimited: false } as const;

/** Octeth's commands with a v1 route share the limit. */
export const routed = (route: string) => ({ system: 'octeth', route, isLimited: true }) as const;
