/** What a reply that says no means, and who said it: Maton, or Systeme.io behind it. */
import * as v from 'valibot';
import { FailureError } from '../../failure';
import type { Failure } from '../../failure';
import type { HttpReply } from '../http';
import { saidBy } from '../said-by';

export type Missing = Extract<Failure, { kind: 'not-found' }>['what'];

const Violation = v.object({
  propertyPath: v.nullish(v.string()),
  message: v.nullish(v.string()),
});
type Violation = v.InferOutput<typeof Violation>;

const Problem = v.object({
  title: v.optional(v.unknown()),
  detail: v.optional(v.unknown()),
  violations: v.nullish(v.array(Violation)),
  /** Maton's own words, in whichever of the two it has them. */
  error: v.optional(v.unknown()),
  message: v.optional(v.unknown()),
});

/** What was asked: what a 404 would be about, and the path without its question. */
interface Asked {
  missing: Missing;
  path: string;
}

/** Throws what a reply that says no means. */
export function assertNotRefused(reply: HttpReply, asked: Asked): void {
  if (reply.status >= 400) throw new FailureError(meaningOf(reply, asked));
}

function meaningOf({ status, body, isProblem }: HttpReply, { missing, path }: Asked): Failure {
  const parsed = v.safeParse(Problem, body);
  const problem = parsed.success ? parsed.output : {};
  const isSysteme = isProblem || problem.detail !== undefined || !!problem.violations;
  if (status === 401) return { kind: 'wrong-key', service: isSysteme ? 'systeme' : 'maton' };
  if (status === 403) return { kind: 'not-allowed', permission: areaOf(path) };
  if (status === 404) return { kind: 'not-found', what: missing };
  const words = saidBy(problem.detail) || saidBy(problem.error) || saidBy(problem.message);
  if (status === 400 && !isSysteme && isOfConnection(words, path)) return { kind: 'no-connection' };
  const said = problem.violations?.map(sayViolation).filter((text) => text !== '');
  return { kind: 'refused', reason: said?.join(' ') || words || 'It gave no reason', code: status };
}

/** By the same status Maton says that a request is bad; only its words tell. */
const isOfConnection = (words: string, path: string): boolean =>
  !path.startsWith('/connections') && (words === '' || /connection/i.test(words));

/** What a key may be kept from, in the words of Systeme.io's own menus. */
const AREAS: [start: RegExp, name: string][] = [
  [/^\/contacts\/\d+\/tags/, 'Tags'],
  [/^\/contacts/, 'Contacts'],
  [/^\/tags/, 'Tags'],
  [/^\/contact_fields/, 'Contact fields'],
  [/^\/school/, 'Courses'],
  [/^\/community/, 'Communities'],
  [/^\/payment/, 'Payments'],
  [/^\/connections/, 'Connections'],
];

const areaOf = (path: string): string | null =>
  AREAS.find(([start]) => start.test(path))?.[1] ?? null;

const VALUES: Record<string, string> = {
  email: 'The address',
  name: 'The name',
  fieldName: 'The name',
  slug: 'The slug',
  tagId: 'The tag',
  contact: 'The person',
  contactId: 'The person',
  accessType: 'The kind of access',
  modules: 'The choice of modules',
  cancel: 'The moment of the end',
  locale: 'The language',
};

/** The server words it in the account's language, so that is shown and never read by us. */
function sayViolation({ propertyPath, message }: Violation): string {
  const said = saidBy(message);
  const path = propertyPath ?? '';
  const what = path.startsWith('fields') ? 'A field' : VALUES[path];
  if (what === undefined) return said;
  return said === '' ? `${what} was not accepted.` : `${what} was not accepted: “${said}”`;
}

/** Whether it was refused because a value is not acceptable as it stands. */
export const isInvalid = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'refused' && error.failure.code === 422;

export const isMissing = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'not-found';
