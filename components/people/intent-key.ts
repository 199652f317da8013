import { type Intent, accountOf, placeOf } from '@/lib/people/intent';
import { subjectOf } from '@/lib/people/subject';

/** Tells one write from another while it is under way. */
export function intentKey(intent: Intent): string {
  const place = placeOf(intent)?.id ?? '';
  if (intent.kind === 'add') return `add ${intent.person.account.id} ${place}`;
  // An id alone may stand on several lists for the same person.
  const whose = 'desk' in intent ? '' : intent.target.profileId;
  return [intent.kind, accountOf(intent).id, place, whose, subjectOf(intent)].join(' ');
}
