import { type Abilities, type Known, NOTHING_KNOWN } from '@/lib/people/ability';
import { nameOf, rowsOf } from '@/lib/people/ability-words';
import type { Account } from '@/lib/people/account';
import type { Tone } from '@/lib/people/standing';
import { ToneMark } from '../ui/ToneMark';

interface AbilityTableProps {
  account: Account;
  abilities: Abilities | null;
}

export function AbilityTable({ account, abilities }: AbilityTableProps) {
  return (
    <table class="ability-table">
      <caption class="unseen">What the key of {account.name} may do</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Its name</th>
          <th scope="col">Whether the key may</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(account.system, abilities ?? NOTHING_KNOWN).map((row) => {
          const { tone, word } = stateOf(row.known);
          return (
            <tr key={row.right}>
              <th scope="row">{row.does}</th>
              <td>
                <code>{nameOf(row)}</code>
              </td>
              <td class={`ability-state ${tone}`}>
                <ToneMark tone={tone} /> {word}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function stateOf(known: Known | null): { tone: Tone; word: string } {
  if (known === null) return { tone: 'none', word: 'Not tried' };
  return known.may ? { tone: 'good', word: 'Yes' } : { tone: 'warn', word: 'No' };
}
