import { FailureError } from '../failure';
import { type Account, SYSTEM_NAMES } from '../people/account';

const NAME_LENGTH = 60;

/** What an account is called until its user names it. */
export const defaultName = (
  account: { system: 'octeth'; server: string } | { system: 'systeme' },
): string =>
  account.system === 'octeth'
    ? `${SYSTEM_NAMES.octeth} · ${new URL(account.server).host}`.slice(0, NAME_LENGTH)
    : SYSTEM_NAMES.systeme;

export function cleanName(text: string): string {
  const name = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (name === '') throw refuse('Give the account a name.');
  if (name.length > NAME_LENGTH) throw refuse(`A name has ${NAME_LENGTH} characters at most.`);
  return name;
}

/** Two accounts of one name could not be told apart on a card (law 2). */
export function uniqueName(wanted: string, others: readonly Pick<Account, 'name'>[]): string {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const ending = ` ${count}`;
    name = `${wanted.slice(0, NAME_LENGTH - ending.length)}${ending}`;
  }
  return name;
}

const refuse = (reason: string) => new FailureError({ kind: 'bad-input', field: 'name', reason });
