import { describe, expect, test } from 'vitest';
import type { OctethName } from '../../docs/operations/names.ts';
import type { OctethOperation } from '../../docs/operations/operation.ts';
import { octethOperations } from '../../docs/operations/table.ts';
import type { BadRequests, Change, Here, Parameters } from '../bad-requests/bad.ts';
import { badOfLists } from '../bad-requests/lists.ts';
import { badOfPeople } from '../bad-requests/people.ts';
import { badOfTags } from '../bad-requests/tags.ts';
import type { Dialect } from '../dialect.ts';
import { useSandbox } from '../testing.ts';
import type { Answer } from '../testing.ts';

const requests: Record<OctethName, BadRequests> = { ...badOfPeople, ...badOfLists, ...badOfTags };

describe.each(['seed', 'public'] as const)(
  'Octeth, %s dialect: every documented answer',
  (dialect) => {
    const here = useSandbox({ dialect });

    describe.each(octethOperations)('$name', (row) => {
      const asked = requests[row.name as OctethName]; // the table has no other names
      const bad: Record<number, Change> = { ...asked.bad, ...asked[dialect] };
      const send = async (change: Change) => {
        const good = await made(asked.good, here, dialect);
        return here.octeth(row.name, { ...good, ...(await made(change, here, dialect)) });
      };

      test('it answers a good request', async () => {
        const answer = await send({});
        expect([answer.status, codesIn(answer)]).toEqual([200, []]);
        expect(here.sandbox.log.at(-1)?.command).toBe(row.name);
      });

      test('each code can be brought about, or it is said why not', () => {
        const told = [...Object.keys(bad).map(Number), ...unreachableOf(row, dialect)];
        expect(told.toSorted(byNumber)).toEqual(Object.keys(row.codes[dialect]).map(Number));
      });

      for (const [code, change] of Object.entries(bad)) {
        test(`code ${code}: ${row.codes[dialect][Number(code)]}`, async () => {
          expect(codesIn(await send(change))).toContain(Number(code));
        });
      }
    });
  },
);

const made = (change: Change, here: Here, dialect: Dialect): Parameters | Promise<Parameters> =>
  typeof change === 'function' ? change(here, dialect) : change;

const unreachableOf = ({ unreachable = [] }: OctethOperation, dialect: Dialect): number[] =>
  unreachable.flatMap((one) => ((one.dialect ?? dialect) === dialect ? one.codes : []));

const byNumber = (one: number, other: number): number => one - other;

/** In whichever shape they come. */
function codesIn({ json }: Answer): number[] {
  const errors = (json.Errors ?? []) as { Code: number }[];
  const codes = [json.ErrorCode, ...errors.map(({ Code }) => Code)].flat().map(Number);
  return codes.filter((code) => code > 0);
}
