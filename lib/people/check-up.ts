/** The check-up of an account: its steps in order, and what each found. */
import type { System } from './account';

export const CHECK_STEPS = [
  'address',
  'permission',
  'reach',
  'answer',
  'key',
  'abilities',
  'dialect',
  'clock',
  'budget',
] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

export const STEP_TITLES: Record<CheckStep, string> = {
  address: 'Address',
  permission: 'Permission of the browser',
  reach: 'Reachable',
  answer: 'Answers with data',
  key: 'Key',
  abilities: 'What the key may do',
  dialect: 'Habits of the server',
  clock: 'Clocks',
  budget: 'Calls left',
};

/** `unknown`: the server does not say, and that is no fault. */
export type CheckOutcome = 'ok' | 'warn' | 'failed' | 'unknown';

export interface CheckResult {
  step: CheckStep;
  outcome: CheckOutcome;
  /** For the screen. */
  what: string;
  remedy: string | null;
  /** For a report: our own fixed words and numbers, nothing of the user's or of the server's. */
  fact: string;
}

/** What must have gone well before a step can tell anything. */
const AFTER: Record<CheckStep, readonly CheckStep[]> = {
  address: [],
  permission: ['address'],
  reach: ['address', 'permission'],
  answer: ['reach'],
  key: ['answer'],
  abilities: ['key'],
  dialect: [],
  clock: ['answer'],
  budget: [],
};

/** The step that stands in the way of this one, itself or through another; null where none does. */
export function blockerOf(step: CheckStep, results: readonly CheckResult[]): CheckStep | null {
  for (const before of AFTER[step]) {
    const result = results.find((one) => one.step === before);
    if (result?.outcome === 'failed') return before;
    const further = blockerOf(before, results);
    if (further !== null) return further;
  }
  return null;
}

export interface ReportFacts {
  system: System;
  /** Base addresses. */
  servers: readonly string[];
  results: readonly CheckResult[];
  /** Which Addressee, in which browser. */
  about: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** One text for support. It is made of facts alone, and what slipped into one is blacked out. */
export function sayReport({ system, servers, results, about, at }: ReportFacts): string {
  const through = servers.map(publicHost).join(', ');
  const steps = CHECK_STEPS.map((step) => {
    const result = results.find((one) => one.step === step);
    const blocker = blockerOf(step, results);
    const outcome = result?.outcome ?? 'not checked';
    const fact = result?.fact ?? (blocker ? `needs “${STEP_TITLES[blocker]}” first` : '');
    return `${STEP_TITLES[step]}: ${outcome}${fact === '' ? '' : ` (${fact})`}`;
  });
  const head = [
    'Addressee check-up',
    about,
    `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${system === 'octeth' ? 'Octeth' : 'Systeme.io'} at ${through}`,
  ];
  return blackOut([...head, '', ...steps].join('\n'));
}

const MATON = /^(gateway|ctrl|api)\.maton\.ai$/;

/** Maton's hosts are everybody's; the user's own server would say whose report it is. */
function publicHost(server: string): string {
  const host = URL.canParse(server) ? new URL(server).host : '';
  return MATON.test(host) ? host : '[own server]';
}

/** Addresses, long ids, tokens and keys, wherever they stand. */
const SECRETS: readonly [RegExp, string][] = [
  [/[^\s<>()",;:“”]+@[^\s<>()",;:“”]+/gu, '[address]'],
  [/\b[\da-f]{4,12}(?:-[\da-f]{4,12}){2,}\b/gi, '[id]'],
  [/\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{16,}\b/gi, '[secret]'],
  [/(\w*(?:token|secret|key|password))=\S+/gi, '$1=[secret]'],
  [/…\w{4}\b/gu, '…[key]'],
];

export const blackOut = (text: string): string =>
  SECRETS.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text);
