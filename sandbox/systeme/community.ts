import { json, nothing } from '../reply.ts';
import type { Membership } from '../world/systeme.ts';
import { done } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound } from './problem.ts';
import { concerns, knownContact } from './school.ts';

export const communityEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/community/communities',
    answer: (errand) =>
      pageReply(errand.account.communities, errand, (community) => ({
        ...community,
        domainName: 'harbour.example',
      })),
  },
  {
    method: 'GET',
    path: '/community/memberships',
    answer(errand) {
      const found = errand.account.memberships.filter(
        ({ communityId, contactId }) =>
          concerns(errand, 'community', communityId) && concerns(errand, 'contact', contactId),
      );
      return pageReply(found, errand, (membership) => membershipBody(membership, errand));
    },
  },
  {
    method: 'POST',
    path: '/community/communities/{id}/memberships',
    answer(errand) {
      const { account, world, dialect, ids } = errand;
      const community = account.communities.find(({ id }) => id === Number(ids[0])) ?? notFound();
      const contactId = knownContact(errand);
      const taken = account.memberships.some(
        (other) => other.communityId === community.id && other.contactId === contactId,
      );
      if (taken) invalid('contactId', 'used');
      const membership = { id: world.nextId(), communityId: community.id, contactId };
      account.memberships.push(membership);
      // The vendor queues it; here it is done at once all the same.
      return dialect === 'public' ? nothing(202) : json(201, membershipBody(membership, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/community/memberships/{id}',
    answer(errand) {
      const { account, ids } = errand;
      const rest = account.memberships.filter(({ id }) => id !== Number(ids[0]));
      if (rest.length === account.memberships.length) notFound();
      account.memberships = rest;
      return done(errand);
    },
  },
];

function membershipBody(membership: Membership, { account }: Errand): object {
  const community = account.communities.find(({ id }) => id === membership.communityId);
  return { id: membership.id, community, contact: { id: membership.contactId } };
}
