/**
 * Where one account says of a person what another contradicts, neither card alone tells: mail that
 * stops here and goes on there, a buyer who cannot be reached, two names for one person. Lists of
 * one account may differ on purpose, so only accounts are compared.
 */
import type { AccountRef } from './account';
import type { Details } from './details';
import type { Findings } from './findings';
import type { Profile } from './profile';
import { standingWord, toneOf, worstOf } from './standing';

/** What contradicts what; `text` is the sentence, which names both accounts. */
export interface Disagreement {
  kind: 'standing' | 'paying' | 'name';
  text: string;
}

/** The details of one account, where they have been asked for. */
export interface AccountDetails {
  account: AccountRef;
  details: Details;
}

/** Worst first: who must not get mail, who pays and gets none, and how they are called. */
export function disagreementsOf(
  all: readonly Findings[],
  known: readonly AccountDetails[] = [],
): Disagreement[] {
  const profiles = all.flatMap((findings) => findings.profiles);
  return [
    ...said('standing', standingDisagreement(profiles)),
    ...said('paying', payingDisagreement(profiles, known)),
    ...said('name', nameDisagreement(profiles)),
  ];
}

const said = (kind: Disagreement['kind'], text: string | null): Disagreement[] =>
  text === null ? [] : [{ kind, text }];

/** One account knows somebody well and another says that mail will not arrive. */
function standingDisagreement(profiles: readonly Profile[]): string | null {
  const bad = profiles.find((profile) => {
    const tone = toneOf(worstOf(profile.standings));
    return tone === 'stop' || tone === 'warn';
  });
  const good = profiles.find(
    (profile) =>
      profile.account.id !== bad?.account.id && toneOf(worstOf(profile.standings)) === 'good',
  );
  if (!bad || !good) return null;
  const [there, here] = [wordOf(bad), wordOf(good).toLowerCase()];
  return `${there} in ${bad.account.name}, yet ${here} in ${good.account.name}.`;
}

/** She pays in one account, and mail of another reaches her no more. */
function payingDisagreement(
  profiles: readonly Profile[],
  known: readonly AccountDetails[],
): string | null {
  const paying = known.flatMap(({ account, details }) => {
    const subscriptions = details.subscriptions?.ok ? details.subscriptions.value : [];
    const running = subscriptions.find(({ state }) => state === 'active' || state === 'ending');
    return running ? [{ account, plan: running.plan }] : [];
  })[0];
  const unreached = profiles.find(
    ({ account, standings }) =>
      account.id !== paying?.account.id && toneOf(worstOf(standings)) === 'stop',
  );
  if (!paying || !unreached) return null;
  const { account } = unreached;
  return `${wordOf(unreached)} in ${account.name}, yet paying for “${paying.plan}” in ${paying.account.name}.`;
}

function nameDisagreement(profiles: readonly Profile[]): string | null {
  const named = profiles.flatMap(({ account, name }) => {
    const plain = name?.trim().replaceAll(/\s+/gu, ' ') ?? '';
    return plain === '' ? [] : [{ account, name: plain }];
  });
  const [first] = named;
  const other = named.find(
    ({ account, name }) => account.id !== first?.account.id && !isSameName(name, first?.name ?? ''),
  );
  if (!first || !other) return null;
  return `“${first.name}” in ${first.account.name}, yet “${other.name}” in ${other.account.name}.`;
}

/** Half a name contradicts nothing: “Ada” is who “Ada Lovelace” is. */
function isSameName(one: string, other: string): boolean {
  const [some, more] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size);
  return some !== undefined && more !== undefined && some.isSubsetOf(more);
}

const wordsOf = (name: string): Set<string> =>
  new Set(name.normalize('NFC').toLowerCase().split(' '));

const wordOf = ({ standings, account }: Profile): string =>
  standingWord(worstOf(standings), account.system);
