import * as v from 'valibot';
import { FailureError } from '../failure';

/** The reply as its schema says, or `changed-shape` with path and expected type, never a value. */
export function parseShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new FailureError({
    kind: 'changed-shape',
    where: path ? `${what} ${path}` : what,
    // A rule of our own says in its message what it misses.
    expected: issue.expected ?? issue.message,
  });
}
