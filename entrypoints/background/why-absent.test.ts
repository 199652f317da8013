import { describe, expect, test } from 'vitest';
import type { Findings, PlaceSearch } from '@/lib/people/findings';
import { whyAbsent } from './why-absent';

const account = { id: 'a', name: 'Acme Mail', system: 'octeth' as const };
const newsletter = { id: '12', name: 'Newsletter' };
const customers = { id: '27', name: 'Customers' };
const timeout = { kind: 'timeout', host: 'mail.test' } as const;

const findings = (places: PlaceSearch[], more: Partial<Findings> = {}): Findings => ({
  ...{ account, at: 0, profiles: [], places, walk: null, failure: null },
  ...more,
});

describe('law 3: adding is offered only to somebody truly looked for', () => {
  test('on the list meant, whatever the other lists said', () => {
    const places: PlaceSearch[] = [
      { place: newsletter, outcome: 'absent' },
      { place: customers, outcome: 'failed', failure: timeout },
    ];
    expect(whyAbsent(findings(places), '12')).toMatchObject({ mayAdd: true });
    expect(whyAbsent(findings(places), '27')).toMatchObject({ mayAdd: false });
    expect(whyAbsent(findings(places), '27').why).toContain('Acme Mail · Customers');
  });

  test('not on a list that is not searched', () => {
    const { why, mayAdd } = whyAbsent(findings([{ place: newsletter, outcome: 'absent' }]), '31');
    expect(mayAdd).toBe(false);
    expect(why).toContain('not searched');
  });

  test('not where one list of several failed and any would do', () => {
    const places: PlaceSearch[] = [{ place: customers, outcome: 'failed', failure: timeout }];
    expect(whyAbsent(findings(places), null).mayAdd).toBe(false);
  });

  test('not before a walk is at its end, nor where the account failed', () => {
    const walk = { passed: 400, complete: false };
    expect(whyAbsent(findings([], { walk }), null)).toMatchObject({ mayAdd: false });
    expect(whyAbsent(findings([], { walk }), null).why).toContain('newest 400');
    expect(whyAbsent(findings([], { failure: timeout }), null).mayAdd).toBe(false);
  });

  test('everywhere, when everything was searched', () => {
    const places: PlaceSearch[] = [{ place: newsletter, outcome: 'absent' }];
    expect(whyAbsent(findings(places), null)).toEqual({
      why: 'Not in Acme Mail. Add this person?',
      mayAdd: true,
    });
  });
});
