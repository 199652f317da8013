/** What can be chosen at the access desk, as the combobox shows it: pure. */
import type { Course } from '@/lib/people/catalogue';
import {
  ACCESS_TYPES,
  type AccessType,
  type Choice,
  type CourseAccess,
  type Details,
} from '@/lib/people/details';
import { ACCESS_WORDS, sayAccess } from '../details/access-words';
import type { ComboboxOption } from '../ui/Combobox';
import { matching } from '../ui/matching';

/** Courses she is in are shown, and refused in words. */
export function courseOptions(
  courses: readonly Course[],
  details: Details | null,
  typed: string,
): ComboboxOption[] {
  const enrolments = details?.courses?.ok ? details.courses.value : [];
  return matching(courses, typed).map(({ id, name }) => {
    const held = enrolments.find(({ course, active }) => course.id === id && active);
    const off = held ? `Already in “${name}”: ${sayAccess(held)}. Remove that first.` : null;
    return { id, label: name, note: held ? 'Enrolled' : null, off };
  });
}

export function communityOptions(
  communities: readonly Choice[],
  details: Details | null,
  typed: string,
): ComboboxOption[] {
  const memberships = details?.communities?.ok ? details.communities.value : [];
  return matching(communities, typed).map(({ id, name }) => {
    const isIn = memberships.some(({ community }) => community.id === id);
    return {
      id,
      label: name,
      note: isIn ? 'Member' : null,
      off: isIn ? `Already in “${name}”.` : null,
    };
  });
}

export const isPartial = (
  type: AccessType,
): type is Extract<AccessType, 'partial_access' | 'partial_dripping_access'> =>
  type === 'partial_access' || type === 'partial_dripping_access';

/** Parts can be opened only of a course whose parts are known. */
export const accessOptions = (course: Course): { value: AccessType; label: string }[] =>
  ACCESS_TYPES.filter((type) => course.modules.length > 0 || !isPartial(type)).map((type) => ({
    value: type,
    label: ACCESS_WORDS[type].replace(/^./, (first) => first.toUpperCase()),
  }));

/** What is sent; null while a partial access opens nothing. */
export function accessOf(type: AccessType, modules: readonly string[]): CourseAccess | null {
  if (!isPartial(type)) return { type };
  const [first, ...others] = modules;
  return first === undefined ? null : { type, modules: [first, ...others] };
}
