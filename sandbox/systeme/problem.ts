import { json } from '../reply.ts';
import type { Reply } from '../reply.ts';

export type Language = 'en' | 'fr';

/** What a field can be told; worded in the language of the account. */
const messages = {
  blank: ['This value should not be blank.', 'Cette valeur ne doit pas être vide.'],
  email: [
    'This value is not a valid email address.',
    'Cette valeur n’est pas une adresse email valide.',
  ],
  domain: ['This email domain is not valid.', 'Ce domaine n’est pas valide.'],
  used: ['This value is already used.', 'Cette valeur est déjà utilisée.'],
  positive: ['This value should be positive.', 'Cette valeur doit être strictement positive.'],
  choice: ['The value you selected is not a valid choice.', 'Cette valeur n’est pas valide.'],
  long: ['This value is too long.', 'Cette chaîne est trop longue.'],
  slug: [
    'This value should contain only lowercase letters, digits and underscores.',
    'Cette valeur ne doit contenir que des minuscules, des chiffres et des tirets bas.',
  ],
  unknown: ['This value does not exist.', 'Cette valeur n’existe pas.'],
  assigned: ['This tag is already assigned.', 'Ce tag est déjà attribué.'],
  limit: ['Wrong value of pagination limit parameter', 'Mauvaise valeur de limite de pagination'],
} as const;
export type Complaint = keyof typeof messages;

/** Thrown by a handler: Systeme.io says no. */
export class Problem extends Error {
  readonly status: number;
  readonly path: string | undefined;
  readonly complaint: Complaint | undefined;

  constructor(status: number, detail: string, path?: string, complaint?: Complaint) {
    super(detail);
    this.status = status;
    this.path = path;
    this.complaint = complaint;
  }
}

/** 422 about one value. */
export function invalid(path: string, complaint: Complaint): never {
  throw new Problem(422, '', path, complaint);
}

export function notFound(): never {
  throw new Problem(404, 'Not Found');
}

export function problemReply(problem: Problem, language: Language): Reply {
  const { status, path, complaint } = problem;
  const message = complaint && messages[complaint][language === 'en' ? 0 : 1];
  const violations = message && [{ propertyPath: path, message, code: `sandbox-${complaint}` }];
  return problemJson(status, {
    type: `https://tools.ietf.org/html/rfc2616#section-10`,
    title: 'An error occurred',
    detail: message ? `${path}: ${message}` : problem.message,
    ...(violations && { violations }),
  });
}

export function problemJson(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): Reply {
  return json(status, body, { ...headers, 'Content-Type': 'application/problem+json' });
}
