import type { Received } from '../received.ts';
import type { Reply } from '../reply.ts';
import { communityEndpoints } from './community.ts';
import { contactEndpoints } from './contacts.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { fieldEndpoints } from './fields.ts';
import { paymentEndpoints } from './payment.ts';
import { Problem, problemReply } from './problem.ts';
import type { Language } from './problem.ts';
import { schoolEndpoints } from './school.ts';
import { tagEndpoints } from './tags.ts';

/** Every operation this Systeme.io knows; a new group is a new file and a line here. */
const endpoints: Endpoint[] = [
  ...contactEndpoints,
  ...tagEndpoints,
  ...fieldEndpoints,
  ...schoolEndpoints,
  ...communityEndpoints,
  ...paymentEndpoints,
];

/** `POST /contacts/{id}/tags`; for what nobody serves, the path as it came. */
export function systemeCommand(method: string, path: string): string {
  const fits = endpoints.find((endpoint) => idsIn(endpoint.path, path) !== undefined);
  return `${method} ${fits?.path ?? path}`;
}

export function answerSysteme(
  request: Received,
  path: string,
  errand: Omit<Errand, 'ids' | 'body' | 'query'>,
  language: Language,
): Reply {
  try {
    const here = endpoints.filter((endpoint) => idsIn(endpoint.path, path) !== undefined);
    if (here.length === 0) throw new Problem(404, 'Not Found');
    const endpoint = here.find(({ method }) => method === request.method);
    if (!endpoint) throw new Problem(405, 'Method Not Allowed');
    const ids = idsIn(endpoint.path, path)!;
    return endpoint.answer({ ...errand, ids, query: request.query, body: readBody(request) });
  } catch (error) {
    if (error instanceof Problem) return problemReply(error, language);
    throw error;
  }
}

/** What stands where the pattern has braces; `undefined` where the path is another. */
function idsIn(pattern: string, path: string): string[] | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const ids: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const value = given[index]!;
    if (!part.startsWith('{')) {
      if (part !== value) return undefined;
      continue;
    }
    if (part !== '{slug}' && !/^\d+$/.test(value)) return undefined;
    ids.push(value);
  }
  return ids;
}

/** The right media type first, then JSON that is an object. */
function readBody({ method, contentType, body }: Received): Record<string, unknown> {
  if (method === 'GET' || method === 'DELETE' || (method === 'POST' && body === '')) return {};
  const wanted = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  if (contentType !== wanted) {
    throw new Problem(415, `The content-type "${contentType}" is not supported; use "${wanted}".`);
  }
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Said once, below, for whatever is not a JSON object.
  }
  throw new Problem(400, 'Syntax error');
}
