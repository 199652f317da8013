/** On whose card a question stands: never on another person's (law 1). */
import { type EmailAddress, parseAddress } from '@/lib/people/address';
import { accountOf, addressOf } from '@/lib/people/intent';
import type { Asked, HalfMade, Kept } from './half-made';

/** A write of hers needs a yes, perhaps long after she has gone on to somebody else. */
export function asking(old: Kept, asked: Asked): Kept {
  const isFree = old.half?.kind !== 'question' && addressOf(asked.intent) === old.address;
  if (isFree) return { ...old, half: questionFor(asked) };
  return { ...old, aside: [...old.aside, asked] };
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
  ...asked,
});
