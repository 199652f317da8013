/** Work on whole lists that changes nobody; what changes somebody goes through the outbox. */
import { type Failure, FailureError, type Result } from '@/lib/failure';
import type { Crm } from '@/lib/crm/crm';
import type { Account } from '@/lib/people/account';
import type { Parts } from './assemble';
import type { PanelAnswers } from './panel-calls';

const CLICK = { urgency: 'click' } as const;
/** What goes on for long lets clicks pass. */
const LATER = { urgency: 'background' } as const;
const PAUSED: Failure = {
  kind: 'bad-input',
  field: 'account',
  reason: 'This account is paused; continue it in the options first.',
};

export function listCalls({
  accounts,
  crmOf,
  registers,
  fill,
}: Pick<Parts, 'accounts' | 'crmOf' | 'registers' | 'fill'>) {
  const asked = async <Value>(
    accountId: string,
    ask: (crm: Crm) => Promise<Result<Value>>,
  ): Promise<Value> => {
    const account: Account = await accounts.get(accountId);
    if (account.paused) throw new FailureError(PAUSED);
    const reply = await ask(await crmOf(accountId));
    if (!reply.ok) throw new FailureError(reply.failure);
    return reply.value;
  };
  return {
    segments: ({ accountId, place }) => asked(accountId, (crm) => crm.segments(place, CLICK)),
    people: ({ accountId, place, whom, from }) =>
      asked(accountId, (crm) =>
        'search' in whom
          ? crm.searchPeople(place, { search: whom.search, from }, CLICK)
          : crm.browsePeople(place, { group: whom.group, from }, CLICK),
      ),
    listSize: ({ accountId, place }) => asked(accountId, (crm) => crm.listSize(place, CLICK)),
    async importState({ accountId, place, jobId }) {
      const job = await asked(accountId, (crm) => crm.importState(place, jobId, CLICK));
      if (job.state === 'done' || job.state === 'failed') {
        const key = { accountId, placeId: place.id };
        // What became of the import is told although that cannot be kept.
        await Promise.allSettled([
          registers().then((known) => known.endDoubt(key, jobId, Date.now())),
        ]);
        fill();
      }
      return job;
    },
    prepareImport: ({ accountId, source }) =>
      asked(accountId, (crm) => crm.prepareImport(source, CLICK)),
    hasOldImport: ({ accountId, place }) =>
      asked(accountId, (crm) => crm.hasOldImport(place, CLICK)),
    stageImport: ({ accountId, place, source }) =>
      asked(accountId, (crm) => crm.stageImport(place, source, CLICK)),
    exportPeople: ({ accountId, place, order }) =>
      asked(accountId, (crm) => crm.exportPeople(place, order, CLICK)),
    exportState: ({ accountId, place, jobId }) =>
      asked(accountId, (crm) => crm.exportState(place, jobId, CLICK)),
    countTag: ({ accountId, place, tag, soFar }) =>
      asked(accountId, (crm) => crm.countTag(place, { tag, soFar }, soFar ? LATER : CLICK)),
    exportFile: ({ accountId, place, jobId, format }) =>
      asked(accountId, (crm) => crm.exportFile(place, { id: jobId, format }, CLICK)),
  } satisfies Partial<PanelAnswers>;
}
