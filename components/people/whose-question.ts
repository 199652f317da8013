/** On whose card a question stands: never on another person's (law 1). */
import { type EmailAddress, parseAddress } from '@/lib/people/address';
import { accountOf, addressOf } from '@/lib/people/intent';
import type { Receipt } from '@/lib/people/receipt';
import type { Asked, Form, HalfMade, Kept } from './half-made';
import { intentKey } from './intent-key';

/**
 * A write of hers needs a yes, perhaps long after she has gone on to somebody else, or to filling
 * in a form, which is not taken from her (law 4).
 */
export function asking(old: Kept, asked: Asked): Kept {
  const address = addressOf(asked.intent);
  const isHers = address !== null && address === old.address;
  const isFree = old.half === null || LIGHT.includes(old.half.kind);
  if (isHers && isFree) return { ...old, half: questionFor(asked) };
  const form = formOf(old.half);
  if (isHers && form && form === old.half && isSentBy(form, asked)) {
    return { ...old, half: questionFor(asked, form) };
  }
  return { ...old, aside: [...old.aside, asked] };
}

/** What is left for a question without a loss. */
const LIGHT: HalfMade['kind'][] = ['tag', 'journey', 'actions'];

/** What she begins, or leaves: then the next question about the same person has its turn. */
export function halving(old: Kept, half: HalfMade | null): Kept {
  if (half || old.address === null) return { ...old, half };
  if (old.half?.kind === 'question' && old.half.from) return backIn(old, old.half.from);
  return showing({ ...old, half: null }, old.address);
}

/** The form is there again, or the next question that arose from it. */
function backIn(old: Kept, form: Form): Kept {
  const next = old.aside.find(
    (asked) => addressOf(asked.intent) === old.address && isSentBy(form, asked),
  );
  if (!next) return { ...old, half: form };
  const aside = old.aside.filter((asked) => asked !== next);
  return { ...old, half: questionFor(next, form), aside };
}

/** What was sent from a form and is done is off it, and with the last of it the form is closed. */
export function settling(old: Kept, receipts: readonly Receipt[]): Kept {
  const form = formOf(old.half);
  if (!form?.sent) return old;
  const { at: since, keys } = form.sent;
  const isDone = (key: string): boolean =>
    receipts.some(
      ({ intent, state, at }) =>
        state === 'done' &&
        at >= since &&
        intentKey(intent) === key &&
        addressOf(intent) === old.address,
    );
  const left = keys.filter((key) => !isDone(key));
  if (left.length === keys.length) return old;
  if (left.length === 0 && form === old.half) return halving(old, null);
  const rest = { ...form, sent: { at: since, keys: left } };
  const half = old.half?.kind === 'question' ? { ...old.half, from: rest } : rest;
  return { ...old, half };
}

/** The form that is open, or behind the question that arose from it. */
export function formOf(half: HalfMade | null): Form | null {
  if (half?.kind === 'question') return half.from;
  return half && 'sent' in half ? half : null;
}

const isSentBy = ({ sent }: Form, { intent }: Asked): boolean =>
  sent?.keys.includes(intentKey(intent)) ?? false;

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

const questionFor = (asked: Asked, from: Form | null = null): HalfMade => ({
  kind: 'question',
  accountId: accountOf(asked.intent).id,
  typed: '',
  from,
  ...asked,
});
