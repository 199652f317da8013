import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { EmailAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import type { Target } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import {
  type DetailsBook,
  type DetailsByKey,
  type DetailsState,
  UNASKED,
  createDetailsBook,
  detailsKey,
} from '../details/details-book';
import { usePanel } from '../people/panel';

/** What is known of everybody on the card beyond the profiles, and how to ask for it. */
export interface AllDetails extends Omit<DetailsBook, 'close'> {
  byKey: DetailsByKey;
}

export const DetailsContext = createContext<AllDetails | null>(null);

/** For the card as a whole, which compares what its accounts say. */
export function useAllDetails(): AllDetails {
  const { client } = usePanel();
  const [byKey, setByKey] = useState<DetailsByKey>({});
  const book = useMemo(
    () =>
      createDetailsBook({
        client,
        tell: (key, state) => setByKey((old) => ({ ...old, [key]: state })),
      }),
    [client],
  );
  useEffect(() => () => book.close(), [book]);
  return useMemo(() => ({ byKey, want: book.want, again: book.again }), [byKey, book]);
}

/** A profile whose details are to be shown, and when the look-up was answered that found it. */
export interface Wanted {
  target: Target;
  at: number;
}

export const wantedOf = (findings: Findings, address: EmailAddress): Wanted[] =>
  findings.profiles.map((profile) => ({ target: targetOf(profile, address), at: findings.at }));

/** The details of these profiles, asked for because they are to be shown. */
export function useDetails(wanted: readonly Wanted[]): DetailsState[] {
  const all = useContext(DetailsContext);
  const keys = wanted.map(({ target, at }) => ({ key: detailsKey(target), at }));
  useEffect(() => {
    for (const { target, at } of wanted) all?.want(target, at);
  }, [JSON.stringify(keys), all?.want]);
  return keys.map(({ key }) => all?.byKey[key] ?? UNASKED);
}

/** Asks for them again, by hand. */
export function useAskAgain(): (target: Target) => void {
  return useContext(DetailsContext)?.again ?? (() => {});
}
