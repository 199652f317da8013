import { importedPeople } from '@/lib/people/people-words';
import { sayWhole } from '@/lib/failure-words';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Spinner } from '../ui/Spinner';
import type { AtList } from './ListWork';
import { saveLeftOut, withFailed } from './left-out';
import { sayResult } from './import-words';
import type { Begun } from './use-import-sources';
import { useJob } from './use-job';

interface ImportProgressProps {
  at: AtList;
  begun: Begun;
}

/** What becomes of the import that was begun: it goes on at the server whether watched or not. */
export function ImportProgress({ at, begun }: ImportProgressProps) {
  const { jobId, people } = begun;
  const { account, place, powers } = at;
  const { job, failure, again } = useJob(jobId !== null, () =>
    powers.client.importState({ accountId: account.id, place, jobId: jobId ?? '' }),
  );
  if (jobId === null) {
    return (
      <div class="list-news">
        <Notice tone="wait">{NOTHING_TOLD}</Notice>
        <SaveLeftOut at={at} begun={begun} failedLines="" />
      </div>
    );
  }
  if (failure) {
    return (
      <Notice tone="warn" live="alert" actions={<Button onClick={again}>Look again</Button>}>
        The import was begun, but how it stands could not be read. {sayWhole(failure, account.name)}
      </Notice>
    );
  }
  return (
    <div role="status" class="list-news">
      {job?.state === 'done' && <p class="list-result">{sayResult(job)}</p>}
      {job?.state === 'failed' && (
        <Notice tone="stop">
          Octeth gave the import up. {sayResult(job)} Look at the list before you import again.
        </Notice>
      )}
      {(job === null || job.state === 'waiting' || job.state === 'running') && (
        <p>
          <Spinner inText /> Octeth is importing {importedPeople(people)}…{' '}
          {job?.imported ? `${job.imported} so far.` : ''}
        </p>
      )}
      {job && job.failedLines.trim() !== '' && (
        <details>
          <summary>Lines that failed</summary>
          <pre dir="auto">{job.failedLines}</pre>
        </details>
      )}
      {job?.state === 'done' && <SaveLeftOut at={at} begun={begun} failedLines={job.failedLines} />}
    </div>
  );
}

/** What the server refused and what was never sent, each with its reason. */
function SaveLeftOut({ at, begun, failedLines }: ImportProgressProps & { failedLines: string }) {
  const leftOut = withFailed(begun.leftOut, failedLines);
  const count = leftOut.lines.length;
  if (count === 0) return null;
  return (
    <Button size="small" class="list-save" onClick={() => saveLeftOut(at, leftOut)}>
      Save {count === 1 ? 'the line' : `the ${count} lines`} that {count === 1 ? 'was' : 'were'} not
      imported
    </Button>
  );
}

const NOTHING_TOLD =
  'It was imported the old way, and the server does not tell how many there were: look at the list.';
