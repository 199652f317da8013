import * as v from 'valibot';
import type { Recent } from '../messaging/protocol';
import type { EmailAddress } from '../people/address';
import { type Area, createKept } from '../storage/kept';

const RECENTS_KEPT = 20;

const address = v.custom<EmailAddress>((value) => typeof value === 'string');
const schema = v.array(v.object({ address, name: v.nullable(v.string()), at: v.number() }));

/** Who was looked up lately, newest first; shown while the search field is empty. */
export function createRecents({ local, now }: { local: Area; now(): number }) {
  const kept = createKept<Recent[]>(local, { key: 'recents', schema, fallback: [] });
  return {
    list: () => kept.read(),
    /** A name once known is not lost when an account that knows it does not answer. */
    async note(person: EmailAddress, name: string | null): Promise<void> {
      await kept.update((recents) => {
        const before = recents.find((recent) => recent.address === person);
        const others = recents.filter((recent) => recent !== before);
        const recent = { address: person, name: name ?? before?.name ?? null, at: now() };
        return [recent, ...others].slice(0, RECENTS_KEPT);
      });
    },
    forget: () => kept.clear(),
  };
}
