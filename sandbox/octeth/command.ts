import type { Dialect } from '../dialect.ts';
import type { World } from '../world/world.ts';
import type { Parameters } from './parameters.ts';
import type { ErrorShape } from './errors.ts';

/** What a handler is given. */
export interface Call {
  parameters: Parameters;
  world: World;
  dialect: Dialect;
  /** Which rules this server can read; see `rules.ts`. */
  rules: 'typed' | 'flat' | 'none';
  /** How this server tells activity; see `activity.ts`. */
  activity: 'plain' | 'filtered';
  /** Whether `Preview` is heeded; see `unsubscribe.ts`. */
  preview: 'honoured' | 'ignored';
  /** Which way round the old import's columns are told; see `import-legacy.ts`. */
  mapping: 'by-column' | 'by-field';
  /** `YYYY-MM-DD HH:MM:SS`, as Octeth writes a moment. */
  now: string;
}

export interface Command {
  /** The reference states no authentication. */
  open?: true;
  /** The reference takes a subscriber's own session in place of a key. */
  session?: true;
  permission?: string;
  /** The reference states 100 requests in 60 seconds. */
  limited?: true;
  route?: { method: 'GET' | 'POST'; path: string };
  /** `code` when left out. */
  errors?: { seed: ErrorShape; public: ErrorShape };
  /** The reply of a success; failures are thrown with `refuse`. */
  answer(call: Call): object | Download;
}

/** A file instead of JSON. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly text: string;

  constructor(name: string, type: string, text: string) {
    this.name = name;
    this.type = type;
    this.text = text;
  }
}

export type Commands = Record<string, Command>;

/** The head of nearly every successful reply. */
export const success = { Success: true, ErrorCode: 0 } as const;
