import { describe, expect, test } from 'vitest';
import { valueOf } from '../../failure';
import { CLICK } from '../testing/fakes';
import { DIALECTS, NEWSLETTER, useOcteth } from '../testing/use-octeth';

describe.each(DIALECTS)('%s: a job', (dialect) => {
  const octeth = useOcteth({ dialect });

  test('a job of another state than known is not guessed at', async () => {
    const job = { ImportID: 1, ImportStatus: 'Dreaming' };
    const replace = JSON.stringify({ ImportJob: job });
    octeth.sandbox.break({ command: 'subscribers.import.get', do: { replace } });
    expect(await octeth.crm().importState(NEWSLETTER, '1', CLICK)).toMatchObject({
      ok: false,
      failure: { kind: 'changed-shape', where: expect.stringContaining('ImportStatus') },
    });
    octeth.sandbox.mend();
    const failing = JSON.stringify({ ExportJob: { ExportID: 1, Status: 'Failed' } });
    octeth.sandbox.break({ command: 'subscribers.export.get', do: { replace: failing } });
    const told = valueOf(await octeth.crm().exportState(NEWSLETTER, '1', CLICK));
    expect(told).toEqual({ id: '1', state: 'failed', bytes: null });
  });

  test('a job that the server has lost is told so', async () => {
    for (const asked of [
      octeth.crm().importState(NEWSLETTER, '4711', CLICK),
      octeth.crm().exportState(NEWSLETTER, '4711', CLICK),
    ]) {
      expect(await asked).toMatchObject({
        ok: false,
        failure: { reason: 'The server no longer knows this job' },
      });
    }
  });
});
