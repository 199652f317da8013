import { describe, expect, test } from 'vitest';
import { plainDate } from '../dates';
import { parseShape } from '../shape';
import { profileOf } from './map';
import { JOURNEY } from './commands/journeys';
import { GET_PERSON } from './commands/person';
import { assertNotRefused, NONE } from './refusals';
import { ListsReply } from './schemas/account';
import { JourneysReply, PersonJourneysReply } from './schemas/journeys';
import { SubscriberReply } from './schemas/person';
import { failureOf } from '../../failure';

const account = { id: 'a', name: 'A', system: 'octeth' as const };
const place = { id: '12', name: 'Newsletter' };
const person = {
  SubscriberID: 456,
  EmailAddress: 'user@example.com',
  SubscriptionStatus: 'Subscribed',
  SubscriptionDate: '2025-01-01 12:00:00',
};
const reply = {
  SubscriberInformation: person,
  Suppressed: false,
  SubscriberTags: [{ TagID: 1, TagName: 'VIP' }],
  SubscriberJourneys: [],
};
const profileIn = (changes: object) =>
  profileOf(
    account,
    place,
    parseShape(SubscriberReply, { ...reply, ...changes }, 'subscriber.get'),
  );

describe('the same person in every version’s spelling', () => {
  const expected = profileIn({});
  test.each([
    ['ids as text', { SubscriberInformation: { ...person, SubscriberID: '456' } }],
    [
      'suppression inside',
      { Suppressed: undefined, SubscriberInformation: { ...person, Suppressed: '0' } },
    ],
    ['tags by another key', { SubscriberTags: [{ TagID: '1', Tag: 'VIP' }] }],
    ['tags of a PHP array with gaps', { SubscriberTags: { '0': { TagID: 1, TagName: 'VIP' } } }],
    ['journeys false', { SubscriberJourneys: false }],
    ['journeys untold', { SubscriberJourneys: undefined }],
    ['empty buckets', { SubscriberJourneys: { InProgress: [], Completed: [] } }],
    ['fields of later versions', { Surprise: { deep: true } }],
  ])('%s', (_, changes) => expect(profileIn(changes)).toEqual(expected));
});

test('the worst standing comes first, and a bounce or suppression hides none', () => {
  const information = { ...person, SubscriptionStatus: 'Unsubscribed', BounceType: 'Hard' };
  expect(profileIn({ SubscriberInformation: information, Suppressed: true }).standings).toEqual([
    'suppressed',
    'hard-bounced',
    'unsubscribed',
  ]);
});

test.each(['Frozen', ''])('a status nobody knows (%j) is unclear, not subscribed', (status) => {
  const information = { ...person, SubscriptionStatus: status };
  expect(profileIn({ SubscriberInformation: information }).standings).toEqual(['unclear']);
});

test('without a word on suppression nobody is called mailable', () => {
  expect(() => profileIn({ Suppressed: undefined })).toThrow('changed-shape');
});

test('steps of a journey are told where the server tells them', () => {
  const running = { JourneyID: 7, JourneyName: 'Welcome', CurrentStep: 3, TotalSteps: '7' };
  const { journeys } = profileIn({
    SubscriberJourneys: { InProgress: [running], Completed: [{ JourneyID: '9' }] },
  });
  expect(journeys).toEqual([
    { id: '7', name: 'Welcome', state: 'active', step: 3, steps: 7, since: null },
    { id: '9', name: 'Journey 9', state: 'completed', step: null, steps: null, since: null },
  ]);
});

test.each([
  ['2025-01-01 12:00:00', '2025-01-01 12:00:00'],
  ['2025-01-01', '2025-01-01'],
  ['2024-01-01T00:00:00+00:00', '2024-01-01 00:00:00'],
  ['0000-00-00', null],
  ['0000-00-00 00:00:00', null],
  ['2024-00-00', null],
  ['yesterday', null],
  ['', null],
  [null, null],
])('the date %j is %j', (text, date) => expect(plainDate(text)).toBe(date));

test('empty lists may be false, and rows of the wrong type are told by their path', () => {
  expect(parseShape(ListsReply, { Lists: false }, 'lists.get').Lists).toEqual([]);
  const { Journeys } = parseShape(
    JourneysReply,
    { Journeys: [{ JourneyID: '7', JourneyName: 'x', TriggerParameters: [] }] },
    'journey.list',
  );
  expect(Journeys[0]?.TriggerParameters).toEqual({});
  const broken = { Journeys: [{ JourneyID: 7 }, { JourneyID: 'secret@example.com' }] };
  try {
    parseShape(PersonJourneysReply, broken, 'subscriber.journey.list');
    expect.unreachable();
  } catch (error) {
    expect(failureOf(error, '')).toEqual({
      kind: 'changed-shape',
      where: 'subscriber.journey.list Journeys.1.JourneyID',
      expected: 'a positive whole number',
    });
  }
});

describe('what a refusal means', () => {
  const meaning = (body: unknown, refusals = NONE, status = 200) => {
    try {
      assertNotRefused({ status, body }, refusals, 42);
      return null;
    } catch (error) {
      return failureOf(error, 'test');
    }
  };
  test.each([
    [{ Success: true, ErrorCode: 0 }, null],
    [{ Journeys: [] }, null],
    [
      { Success: false, ErrorCode: 99998 },
      { kind: 'wrong-key', service: 'octeth' },
    ],
    [
      { Success: false, ErrorCode: ['99998'] },
      { kind: 'wrong-key', service: 'octeth' },
    ],
    [
      { Success: false, ErrorCode: 99999, ErrorText: ['No permission (Lists.Get)'] },
      { kind: 'not-allowed', permission: 'Lists.Get' },
    ],
    [
      { Success: false, ErrorCode: 99999 },
      { kind: 'not-allowed', permission: null },
    ],
    [
      { Success: false, ErrorCode: [429] },
      { kind: 'busy', retryAt: 42 },
    ],
    [{ Errors: [{ Code: 100003, Message: 'x' }] }, { kind: 'not-found', what: 'command' }],
    [
      { Success: false, ErrorCode: [77], ErrorText: '<b>No\n luck</b>' },
      { kind: 'refused', reason: 'No luck', code: 77 },
    ],
    [{ Success: false }, { kind: 'refused', reason: 'It gave no reason', code: null }],
    [{ ErrorCode: 5 }, { kind: 'refused', reason: 'It gave no reason', code: 5 }],
  ])('%j', (body, failure) => expect(meaning(body)).toEqual(failure));

  test('numbers are read by the command, and by the shape that tells the version', () => {
    const person = { kind: 'not-found', what: 'person' };
    expect(meaning({ Success: false, ErrorCode: [3] }, GET_PERSON)).toEqual(person);
    expect(meaning({ Success: false, ErrorCode: 5 }, JOURNEY)).toEqual(person);
    const list = { kind: 'not-found', what: 'list' };
    expect(meaning({ Errors: [{ Code: 5 }] }, JOURNEY, 422)).toEqual(list);
  });

  test('a journey that was skipped is refused in the server’s words', () => {
    const body = {
      Success: false,
      Errors: [{ Code: 7, Message: 'Journey not found' }],
      SkippedJourneys: [{ JourneyID: 9, Reason: 'Journey is disabled' }],
    };
    expect(meaning(body, JOURNEY)).toMatchObject({
      kind: 'refused',
      reason: 'Journey is disabled',
    });
  });
});
