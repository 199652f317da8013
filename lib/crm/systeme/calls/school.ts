import type { CourseAccess } from '../../../people/details';
import type { Ask } from '../../crm';
import { get, Nothing, post, query, remove } from '../request';
import type { Asking, Page } from '../request';
import { CoursesPage, EnrollmentsPage } from '../schemas';

export const schoolCalls = (ask: Asking) => ({
  courses: (page: Page, by: Ask) =>
    ask({ ...get(`/school/courses${query(page)}`), schema: CoursesPage, missing: 'command' }, by),
  /** Older servers ignore both filters: whose each row is has to be read in it. */
  enrollments: (page: Page & { contact: string; course?: string }, by: Ask) => {
    const operation = get(`/school/enrollments${query(page)}`);
    return ask({ ...operation, schema: EnrollmentsPage, missing: 'command' }, by);
  },
  createEnrollment: (
    courseId: string,
    { contactId, access }: { contactId: string; access: CourseAccess },
    by: Ask,
  ) => {
    const json = { contactId: Number(contactId), accessType: access.type, ...modulesOf(access) };
    const operation = post(`/school/courses/${courseId}/enrollments`, json);
    return ask({ ...operation, schema: Nothing, missing: 'course' }, by);
  },
  deleteEnrollment: (id: string, by: Ask) =>
    ask({ ...remove(`/school/enrollments/${id}`), schema: Nothing, missing: 'course' }, by),
});

const modulesOf = (access: CourseAccess): object =>
  'modules' in access ? { modules: access.modules.map(Number) } : {};
