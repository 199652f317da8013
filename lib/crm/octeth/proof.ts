/**
 * Law 8: servers before 5.9.3 take rules they cannot read for "everyone". No write goes by rules
 * but with a proof, not a minute old, that this server honours them on this list.
 */
import { FailureError } from '../../failure';
import { addressRule, grammarsFor, isUnread, nobody, written } from './rules';
import type { Grammar, Rules } from './rules';

const LASTS_MS = 60_000;

declare const brand: unique symbol;

/** Made by `proveRules` alone, and good for the one server, list and rules it was made for. */
export interface ProvenRules {
  readonly [brand]: true;
  /** In the grammar that was proven. */
  readonly rules: Rules;
  readonly listId: string;
  /** How many the rules describe, as counted by the server. */
  readonly people: number;
}

interface Proof {
  server: string;
  at: number;
}

/** What is not in here was not proven, whatever it looks like. */
const proofs = new WeakMap<ProvenRules, Proof>();

export interface Proving {
  server: string;
  now: () => number;
  /** How many people of the list the rules describe. */
  count(listId: string, rules: Rules): Promise<number>;
}

export async function proveRules(
  { server, now, count }: Proving,
  listId: string,
  rules: Rules,
): Promise<ProvenRules> {
  const at = now();
  const verdicts: Verdict[] = [];
  for (const grammar of grammarsFor(rules)) {
    const asked = { ...rules, grammar };
    const verdict = await tryOut(count, listId, grammar);
    verdicts.push(verdict);
    if (verdict !== 'honoured') continue;
    const people = await count(listId, asked);
    const proven = Object.freeze({ rules: asked, listId, people }) as ProvenRules; // the only place
    proofs.set(proven, { server, at });
    return proven;
  }
  const [first] = verdicts;
  if (first instanceof FailureError && !verdicts.includes('ignored')) throw first;
  throw unproven('This server ignores rules: it would do it to everybody on the list');
}

type Verdict = 'honoured' | 'ignored' | FailureError;

/** In this very grammar, of somebody and of nobody. */
async function tryOut(count: Proving['count'], listId: string, grammar: Grammar): Promise<Verdict> {
  try {
    const someone = await count(listId, { ...addressRule('contains', '@'), grammar });
    if (someone === 0) throw unproven('The list seems to be empty, so nothing could be tried out');
    const strangers = await count(listId, { ...addressRule('is', nobody()), grammar });
    return strangers === 0 ? 'honoured' : 'ignored';
  } catch (error) {
    if (isUnread(error)) return error;
    throw error;
  }
}

/** The rules as they ride on a write, or nothing is sent. */
export function provenParams(
  proven: ProvenRules,
  { server, now }: { server: string; now: () => number },
): { RulesJSON: string; RulesOperator: string } {
  const proof = proofs.get(proven);
  if (!proof || proof.server !== server) {
    throw unproven('It was not tried out on this server whether it honours rules');
  }
  const age = now() - proof.at;
  if (age < 0 || age > LASTS_MS) {
    throw unproven('It was tried out too long ago whether this server honours rules');
  }
  const { connector, json } = written(proven.rules);
  return { RulesJSON: json, RulesOperator: connector };
}

const unproven = (why: string): FailureError =>
  new FailureError({ kind: 'bad-input', field: 'rules', reason: `${why}. Nothing was changed` });
