/** On whose card a question stands: never on another person's (law 1). */
import { type EmailAddress, parseAddress } from '@/lib/people/address';
import { accountOf, addressOf } from '@/lib/people/intent';
import type { Asked, HalfMade, Kept } from './half-made';

/**
 * A write of hers needs a yes, perhaps long after she has gone on to somebody else, or to filling
 * in a form, which is not taken from her (law 4).
 */
export function asking(old: Kept, asked: Asked): Kept {
  const address = addressOf(asked.intent);
  const isHers = address !== null && address === old.address;
  const isFree = old.half === null || LIGHT.includes(old.half.kind);
  if (isHers && isFree) return { ...old, half: questionFor(asked) };
  return { ...old, aside: [...old.aside, asked] };
}

/** What is left for a question without a loss. */
const LIGHT: HalfMade['kind'][] = ['tag', 'journey', 'actions', 'join', 'leave-journey'];

/** What she begins, or leaves: then the next question about the same person has its turn. */
export function halving(old: Kept, half: HalfMade | null): Kept {
  if (half || old.address === null) return { ...old, half };
  return showing({ ...old, half: null }, old.address);
}

/** The text stays as she typed it where it says the same; what was half made was for the other. */
export function showing(old: Kept, address: EmailAddress): Kept {
  const parsed = parseAddress(old.draft);
  const draft = parsed.ok && parsed.address === address ? old.draft : address;
  const half = old.address === address ? old.half : null;
  const next = half ? undefined : old.aside.find(({ intent }) => addressOf(intent) === address);
  if (!next) return { ...old, draft, address, half };
  return {
    draft,
    address,
    half: questionFor(next),
    aside: old.aside.filter((asked) => asked !== next),
  };
}

const questionFor = (asked: Asked): HalfMade => ({
  kind: 'question',
  accountId: accountOf(asked.intent).id,
  typed: '',
  ...asked,
});
