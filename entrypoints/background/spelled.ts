/** Who is recognised under either spelling of her domain, and is then asked for by the known one. */
import type { Directory } from '@/lib/directory/directory';
import { type EmailAddress, foldAddress } from '@/lib/people/address';
import type { MarkKind } from '@/lib/people/mark';
import { spellingsOf } from '@/lib/people/spellings';

type Recognising = Pick<Directory, 'recognise'>;

/** Of two spellings the worse word counts: whoever must not be written to must not be overlooked. */
const BY_LOUDNESS: readonly MarkKind[] = [
  ...(['stop', 'attention', 'pending', 'both', 'one'] as const),
  ...(['unknown', 'absent'] as const),
];

const isKnown = (kind: MarkKind): boolean => kind !== 'unknown' && kind !== 'absent';

export async function recogniseSpelled(
  directory: Recognising,
  addresses: string[],
): Promise<MarkKind[]> {
  const spelled = addresses.map((address) => spellingsOf(foldAddress(address)));
  const kinds = await directory.recognise(spelled.flat());
  let from = 0;
  return spelled.map(({ length }) => {
    const said = kinds.slice(from, (from += length));
    // Law 3: not found is said only where neither spelling is anybody’s.
    return BY_LOUDNESS.find((kind) => said.includes(kind)) ?? 'unknown';
  });
}

/** As it is written, unless only the other spelling is known. */
export async function asKnown(
  open: () => Promise<Recognising>,
  address: EmailAddress,
): Promise<EmailAddress> {
  const spelled = spellingsOf(address);
  if (spelled.length === 1) return address;
  const kinds = await (await open()).recognise(spelled);
  return spelled.find((_, index) => isKnown(kinds[index] ?? 'unknown')) ?? address;
}
