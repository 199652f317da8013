/** The outbox over a real client, for tests that go all the way to the sandbox. */
import type { Crm } from '../../crm/crm';
import { openJournal } from '../journal';
import { createOutbox, type Outbox } from '../outbox';

export const outboxOver = (crm: Crm, now: () => number): Outbox =>
  createOutbox({
    now,
    journal: openJournal({ now }),
    crmOf: async () => crm,
    lookUp: (_, address) => crm.find(address, { urgency: 'click' }),
    forget: async () => undefined,
    wakeAt: () => undefined,
    locks: (_, work) => work(),
  });
