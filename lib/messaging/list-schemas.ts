/** What is asked of a whole list must look like this on the wire. */
import * as v from 'valibot';
import { isAddress } from '../people/address';
import { SEPARATORS } from '../people/list-work';
import { MARK_KINDS } from '../people/mark-words';
import { MOST_ON_PAGE } from '../people/page-door';
import { choice, id, name, place, TYPED_LENGTH } from './intent-schemas';

const KEY_LENGTH = 4_000;
const FIELDS_CEILING = 500;

const GROUPS = ['active', 'suppressed', 'unsubscribed', 'soft-bounced', 'hard-bounced'] as const;
const segment = v.object({ segment: choice });
const from = v.pipe(v.number(), v.integer(), v.minValue(0));
const secret = v.pipe(v.string(), v.maxLength(KEY_LENGTH));
const format = v.picklist(['csv', 'json']);
const list = { accountId: id, place };
const row = v.object({
  address: v.pipe(v.string(), v.check(isAddress)),
  kind: v.picklist(MARK_KINDS),
});
/** A host, as a page's address has it, and nothing behind it. */
const site = v.pipe(v.string(), v.maxLength(300), v.regex(/^[^\s/?#@]+$/));

export const listRequests = {
  segments: v.object(list),
  people: v.object({
    ...list,
    whom: v.union([
      v.object({
        search: v.variant('by', [
          v.object({ by: v.literal('address'), part: name }),
          v.object({ by: v.literal('tag'), tag: choice }),
        ]),
      }),
      v.object({ group: v.union([v.picklist([...GROUPS, 'pending']), segment]) }),
    ]),
    from,
  }),
  listSize: v.object(list),
  importState: v.object({ ...list, jobId: id }),
  prepareImport: v.object({
    accountId: id,
    source: v.variant('service', [
      v.object({ service: v.literal('mailchimp'), key: secret, server: name }),
      v.object({ service: v.literal('activecampaign'), key: secret, account: name }),
      v.object({ service: v.literal('drip'), key: secret }),
    ]),
  }),
  hasOldImport: v.object(list),
  stageImport: v.object({
    ...list,
    source: v.variant('from', [
      v.object({ from: v.literal('server-file'), name, separator: v.picklist(SEPARATORS) }),
      v.object({
        from: v.literal('database'),
        host: name,
        port: v.number(),
        database: name,
        query: v.pipe(v.string(), v.maxLength(TYPED_LENGTH)),
        user: name,
        password: secret,
      }),
    ]),
  }),
  exportPeople: v.object({
    ...list,
    order: v.object({
      group: v.nullable(v.union([v.picklist(GROUPS), segment])),
      format,
      fields: v.pipe(v.array(choice), v.maxLength(FIELDS_CEILING)),
    }),
  }),
  exportState: v.object({ ...list, jobId: id }),
  exportFile: v.object({ ...list, jobId: id, format }),
  handOn: v.object({
    rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(MOST_ON_PAGE)),
    site: v.nullable(site),
    isCut: v.boolean(),
    asOf: v.nullable(v.number()),
  }),
  handedOn: v.object({ ticket: id }),
  dropHandedOn: v.object({ ticket: id }),
};
