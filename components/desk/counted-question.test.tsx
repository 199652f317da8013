// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failed, type Result } from '@/lib/failure';
import type { TagCount } from '@/lib/people/catalogue';
import type { Concern } from '@/lib/people/concern';
import type { IntentOf } from '@/lib/people/intent';
import { fakePowers } from '../accounts/testing/fake-powers';
import { CountedQuestion } from './CountedQuestion';
import type { DeskActing } from './use-desk-acting';

const intent: IntentOf<'delete-tag'> = {
  kind: 'delete-tag',
  desk: { account: { id: 'school', name: 'Acme School', system: 'systeme' }, place: null },
  tag: { id: '5', name: 'Buyer' },
  people: null,
};
const concerns: Concern[] = [{ kind: 'type-name', name: 'Buyer', people: null }];

let root: HTMLElement | null = null;
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});
afterEach(() => {
  if (root) render(null, root);
  document.body.replaceChildren();
});

/** A background that counts as it is told, step by step. */
function ask(...answers: (TagCount | Result<never>)[]) {
  const act = vi.fn<DeskActing['act']>(async () => true);
  const waiting: (() => void)[] = [];
  const powers = fakePowers();
  const asked: unknown[] = [];
  const client = {
    ...powers.client,
    countTag: async (request: unknown): Promise<Result<TagCount>> => {
      asked.push(request);
      await new Promise<void>((resolve) => waiting.push(resolve));
      const answer = answers.shift() ?? people(0);
      return 'ok' in answer ? answer : { ok: true, value: answer };
    },
  };
  const acting = { act, leave: () => {} } as unknown as DeskActing; // what the question uses of it
  root = document.body.appendChild(document.createElement('div'));
  const question = { intent, concerns, load: null };
  render(<CountedQuestion asked={question} {...{ intent, acting, client }} />, root);
  const step = async () => {
    await waitFor(() => expect(waiting).not.toEqual([]));
    waiting.shift()?.();
  };
  return { act, asked, step, text: () => screen.getByRole('dialog').textContent };
}

const people = (count: number, next: TagCount['next'] = null, looked = count): TagCount => ({
  people: count,
  looked,
  next,
});
const walked = (count: number, looked: number) =>
  people(count, { way: 'walk', after: '7' }, looked);
const yes = () => screen.getByRole('button', { name: 'Delete tag' });
const typeName = () =>
  fireEvent.input(screen.getByLabelText('Type Buyer to go on'), { target: { value: 'Buyer' } });

test('law 8: the number is named before the tag can be deleted', async () => {
  const { act, step, text } = ask(walked(12, 400), people(34));
  expect(text()).toContain('Counting who carries it.');
  typeName();
  await step();
  await waitFor(() =>
    expect(text()).toMatch(/At least 12 people carry it, still counting\..*looked at: 400 so far/),
  );
  fireEvent.click(yes());
  expect(act).not.toHaveBeenCalled();
  await step();
  await waitFor(() => expect(text()).toContain('The tag will be taken from 34 people.'));
  expect(text()).not.toMatch(/counting|everybody/i);
  await waitFor(() => expect(yes().getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(yes());
  expect(act).toHaveBeenCalledWith(
    { ...intent, people: 34 },
    [{ kind: 'type-name', name: 'Buyer', people: 34, typed: 'Buyer' }],
    null,
  );
});

test('the way out: counting stops, what is known is said, and it goes on from there', async () => {
  const { act, asked, step, text } = ask(walked(12, 400), walked(20, 800), people(34));
  await step();
  await waitFor(() => expect(text()).toContain('At least 12'));
  fireEvent.click(screen.getByRole('button', { name: 'Stop counting' }));
  await waitFor(() =>
    expect(text()).toContain('At least 12 people carry it; the rest was not counted.'),
  );
  await step();
  expect(text()).toContain('At least 12');
  typeName();
  await waitFor(() => expect(yes().getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(yes());
  expect(act).toHaveBeenCalledWith(intent, [{ ...concerns[0], typed: 'Buyer' }], null);
  fireEvent.click(screen.getByRole('button', { name: 'Go on counting' }));
  await step();
  await waitFor(() => expect(text()).toContain('34 people'));
  expect(asked.at(-1)).toMatchObject({ accountId: 'school', soFar: walked(12, 400) });
});

test('law 3: that it could not be counted is said with why, and no number is made up', async () => {
  const { step, text } = ask(failed({ kind: 'not-allowed', permission: 'Contacts' }), people(1));
  await step();
  await waitFor(() => expect(text()).toMatch(/could not be counted: .*it lacks “Contacts”/));
  expect(text()).toContain('taken from everybody who carries it');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await step();
  await waitFor(() => expect(text()).toContain('The tag will be taken from 1 person.'));
});

test('a used-up limit is waited for in words, and a worker that dies is asked again', async () => {
  const retryAt = Date.now() + 200;
  const lost = failed({ kind: 'broken', where: 'background' });
  const { asked, step, text } = ask(failed({ kind: 'busy', retryAt }), lost, people(3));
  await step();
  await waitFor(() => expect(text()).toMatch(/It goes on at \d/));
  await step();
  await step();
  await waitFor(() => expect(text()).toContain('3 people'));
  expect(asked).toHaveLength(3);
});

test('nobody is asked any more once the question is closed', async () => {
  const { asked, step } = ask(walked(1, 100));
  await waitFor(() => expect(asked).toHaveLength(1));
  const ended = vi.spyOn(AbortController.prototype, 'abort');
  if (root) render(null, root);
  // Effects end after the next frame.
  await waitFor(() => expect(ended).toHaveBeenCalled());
  await step();
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toHaveLength(1);
});
