import { json } from '../reply.ts';
import { accessTypes } from '../world/systeme.ts';
import type { AccessType, Course, CourseEnrollment } from '../world/systeme.ts';
import { done } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound } from './problem.ts';

export const schoolEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/school/courses',
    answer(errand) {
      const found = errand.account.courses.filter(
        ({ name, active }) => isCalled(errand, name) && isAsActive(errand, active),
      );
      return pageReply(found, errand, courseBody);
    },
  },
  {
    method: 'GET',
    path: '/school/enrollments',
    answer(errand) {
      const { account } = errand;
      const found = account.enrollments.filter(
        ({ courseId, contactId }) =>
          concerns(errand, 'course', courseId) && concerns(errand, 'contact', contactId),
      );
      return pageReply(found, errand, (enrollment) => enrollmentBody(enrollment, errand));
    },
  },
  {
    method: 'POST',
    path: '/school/courses/{id}/enrollments',
    answer(errand) {
      const { account, world, body, ids } = errand;
      const course = account.courses.find(({ id }) => id === Number(ids[0])) ?? notFound();
      const contactId = knownContact(errand);
      const accessType = body.accessType as AccessType;
      if (accessType === undefined) invalid('accessType', 'blank');
      if (!accessTypes.includes(accessType)) invalid('accessType', 'choice');
      if (accessType.startsWith('partial')) requireModules(body.modules, course);
      const taken = account.enrollments.some(
        (other) => other.courseId === course.id && other.contactId === contactId,
      );
      if (taken) invalid('contactId', 'used');
      const enrollment = { id: world.nextId(), courseId: course.id, contactId, accessType };
      account.enrollments.push({ ...enrollment, active: true });
      return json(201, enrollmentBody({ ...enrollment, active: true }, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/school/enrollments/{id}',
    answer(errand) {
      const { account, ids } = errand;
      const rest = account.enrollments.filter(({ id }) => id !== Number(ids[0]));
      if (rest.length === account.enrollments.length) notFound();
      account.enrollments = rest;
      return done(errand);
    },
  },
];

/** `query` is part of a name; like every filter the seed reference does not know, it ignores it. */
export function isCalled({ dialect, query }: Errand, name: string): boolean {
  const wanted = dialect === 'public' ? (query.get('query') ?? '') : '';
  return name.toLowerCase().includes(wanted.toLowerCase());
}

function isAsActive({ dialect, query }: Errand, active: boolean): boolean {
  const wanted = dialect === 'public' ? query.get('active') : null;
  return wanted === null || active === (wanted === 'true' || wanted === '1');
}

/** A filter the vendor knows and the seed reference does not, and so ignores. */
export function concerns({ dialect, query }: Errand, name: string, id: number): boolean {
  const wanted = dialect === 'public' ? query.get(name) : null;
  return wanted === null || Number(wanted) === id;
}

export function knownContact({ account, body }: Errand): number {
  const { contactId } = body;
  if (typeof contactId !== 'number') invalid('contactId', 'blank');
  if (!account.contacts.some(({ id }) => id === contactId)) invalid('contactId', 'unknown');
  return contactId;
}

function requireModules(modules: unknown, course: Course): void {
  if (!Array.isArray(modules) || modules.length === 0) invalid('modules', 'blank');
  if (!modules.every((module) => course.modules.some(({ id }) => id === module))) {
    invalid('modules', 'unknown');
  }
}

function courseBody(course: Course): object {
  return { ...course, domainName: 'harbour.example', locale: 'en' };
}

function enrollmentBody(enrollment: CourseEnrollment, { account }: Errand): object {
  const course = account.courses.find(({ id }) => id === enrollment.courseId);
  const contact = account.contacts.find(({ id }) => id === enrollment.contactId);
  return {
    id: enrollment.id,
    accessType: enrollment.accessType,
    active: enrollment.active,
    course: { id: enrollment.courseId, name: course?.name },
    contact: { id: enrollment.contactId, email: contact?.email },
  };
}
