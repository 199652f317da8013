import { describe, expect, test } from 'vitest';
import type { OctethName } from '../../docs/operations/names.ts';
import { octethOperations } from '../../docs/operations/table.ts';
import { badOf, madeOf } from '../bad-requests/bad.ts';
import type { Change } from '../bad-requests/bad.ts';
import { octethRequests } from '../bad-requests/octeth.ts';
import { useSandbox } from '../testing.ts';
import type { Answer } from '../testing.ts';

describe.each(['seed', 'public'] as const)(
  'Octeth, %s dialect: every documented answer',
  (dialect) => {
    const here = useSandbox({ dialect });

    describe.each(octethOperations)('$name', (row) => {
      const asked = octethRequests[row.name as OctethName]; // the table has no other names
      const bad = badOf(asked, dialect);
      const send = async (change: Change) =>
        here.octeth(row.name, await madeOf(asked, change, [here, dialect]));

      test('it answers a good request', async () => {
        const answer = await send({});
        expect([answer.status, codesIn(answer)]).toEqual([200, []]);
        expect(here.sandbox.log.at(-1)?.command).toBe(row.name);
      });

      test('each code can be brought about', () => {
        const told = new Set(bad.map(({ code }) => code));
        expect([...told]).toEqual(Object.keys(row.codes[dialect]).map(Number));
      });

      for (const { code, change } of bad) {
        test(`code ${code}: ${row.codes[dialect][code]}`, async () => {
          expect(codesIn(await send(change))).toContain(code);
        });
      }
    });
  },
);

/** In whichever shape they come. */
function codesIn({ json }: Answer): number[] {
  const errors = (json.Errors ?? []) as { Code: number }[];
  const codes = [json.ErrorCode, ...errors.map(({ Code }) => Code)].flat().map(Number);
  return codes.filter((code) => code > 0);
}
