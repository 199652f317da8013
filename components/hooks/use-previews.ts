import { useEffect, useRef, useState } from 'preact/hooks';
import { type Result, done } from '@/lib/failure';
import { isInterrupted } from '@/lib/messaging/client';
import type { EmailAddress } from '@/lib/people/address';
import { targetOf } from '@/lib/people/person';
import type { Preview } from '@/lib/people/preview';
import type { Profile } from '@/lib/people/profile';
import { profileKey } from '../details/details-book';
import { usePanel } from '../people/panel';

export interface Said {
  profile: Profile;
  preview: Result<Preview>;
}

export interface Previews {
  ask: () => Promise<void>;
  isAsking: boolean;
  /** Of these profiles and this IP address; what was or may have been done stays said whatever is chosen next. */
  said: Said[];
}

interface Wanted {
  profiles: readonly Profile[];
  address: EmailAddress;
  ipAddress: string;
}

/** What the server would do to each of these, asked when it is pressed for. */
export function usePreviews({ profiles, address, ipAddress }: Wanted): Previews {
  const { client } = usePanel();
  const [said, setSaid] = useState<{ key: string; said: Said[] }>({ key: '', said: [] });
  const [isAsking, setAsking] = useState(false);
  const key = JSON.stringify([ipAddress, profiles.map(profileKey)]);
  const latest = useRef<string | null>(key);
  latest.current = key;
  useEffect(() => () => void (latest.current = null), []);

  const ask = async () => {
    setAsking(true);
    setSaid({ key, said: [] });
    // One after the other: a server that does what it is asked about is asked about nobody else.
    for (const profile of profiles) {
      const target = targetOf(profile, address);
      const preview = withDoubt(await client.previewUnsubscribe({ target, ipAddress }));
      setSaid((before) => ({ key, said: [...before.said, { profile, preview }] }));
      if (latest.current !== key) break;
    }
    setAsking(false);
  };
  return { ask, isAsking, said: said.key === key ? said.said : said.said.filter(mayHaveActed) };
}

/** Where the worker died meanwhile, nobody saw what came of it. */
const withDoubt = (reply: Result<Preview>): Result<Preview> =>
  !reply.ok && isInterrupted(reply.failure)
    ? done({ outcome: 'unsure', failure: reply.failure })
    : reply;

const mayHaveActed = ({ preview }: Said): boolean =>
  preview.ok && (preview.value.outcome === 'out' || preview.value.outcome === 'unsure');
