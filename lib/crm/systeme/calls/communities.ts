import type { Ask } from '../../crm';
import { get, Nothing, post, query, remove } from '../request';
import type { Asking, Page } from '../request';
import { CommunitiesPage, MembershipsPage } from '../schemas';

export const communityCalls = (ask: Asking) => ({
  communities: (page: Page, by: Ask) => {
    const operation = get(`/community/communities${query(page)}`);
    return ask({ ...operation, schema: CommunitiesPage, missing: 'command' }, by);
  },
  /** Older servers ignore both filters: whose each row is has to be read in it. */
  memberships: (page: Page & { contact: string; community?: string }, by: Ask) => {
    const operation = get(`/community/memberships${query(page)}`);
    return ask({ ...operation, schema: MembershipsPage, missing: 'command' }, by);
  },
  /** Newer servers only queue it. */
  createMembership: (communityId: string, contactId: string, by: Ask) => {
    const json = { contactId: Number(contactId) };
    const operation = post(`/community/communities/${communityId}/memberships`, json);
    return ask({ ...operation, schema: Nothing, missing: 'community' }, by);
  },
  deleteMembership: (id: string, by: Ask) =>
    ask({ ...remove(`/community/memberships/${id}`), schema: Nothing, missing: 'community' }, by),
});
