/** What a reply that says no means, and who said it: Maton, or Systeme.io behind it. */
import * as v from 'valibot';
import { FailureError } from '../../failure';
import type { Failure } from '../../failure';
import type { HttpReply } from '../http';
import { saidBy } from '../said-by';

type Missing = 'person' | 'tag' | 'command';

const Problem = v.object({
  title: v.optional(v.unknown()),
  detail: v.optional(v.unknown()),
  violations: v.optional(
    v.array(v.object({ propertyPath: v.optional(v.string()), message: v.optional(v.string()) })),
  ),
});

/** Throws what a reply that says no means; `missing` is what a 404 would be about. */
export function assertNotRefused(reply: HttpReply, missing: Missing): void {
  if (reply.status >= 400) throw new FailureError(meaningOf(reply, missing));
}

function meaningOf({ status, body, isProblem }: HttpReply, missing: Missing): Failure {
  const parsed = v.safeParse(Problem, body);
  const problem = parsed.success ? parsed.output : {};
  const isSysteme = isProblem || problem.detail !== undefined || problem.violations !== undefined;
  if (status === 401) return { kind: 'wrong-key', service: isSysteme ? 'systeme' : 'maton' };
  if (status === 403) return { kind: 'not-allowed', permission: null };
  if (status === 404) return { kind: 'not-found', what: missing };
  if (status === 400 && !isSysteme) return { kind: 'no-connection' };
  // Worded in the account's language, so shown but never read by us.
  const said = problem.violations?.map(({ message }) => saidBy(message)).filter((text) => text);
  const reason = said?.join(' ') || saidBy(problem.detail) || 'It gave no reason';
  return { kind: 'refused', reason, code: status };
}

/** Whether it was refused because a value is not acceptable as it stands. */
export const isInvalid = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'refused' && error.failure.code === 422;

export const isMissing = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'not-found';
