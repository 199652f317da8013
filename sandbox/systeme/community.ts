import { json, nothing } from '../reply.ts';
import type { Membership } from '../world/systeme.ts';
import { done } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound } from './problem.ts';
import { concerns, isCalled, knownContact } from './school.ts';

export const communityEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/community/communities',
    answer(errand) {
      const found = errand.account.communities.filter(({ name }) => isCalled(errand, name));
      return pageReply(found, errand, (community) => ({
        ...community,
        domainName: 'harbour.example',
      }));
    },
  },
  {
    method: 'GET',
    path: '/community/memberships',
    answer(errand) {
      const found = errand.account.memberships.filter(
        (membership) =>
          isThere(membership, errand) &&
          concerns(errand, 'community', membership.communityId) &&
          concerns(errand, 'contact', membership.contactId),
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
      const taken = account.memberships.find(
        (other) => other.communityId === community.id && other.contactId === contactId,
      );
      if (taken && isThere(taken, errand)) invalid('contactId', 'used');
      if (taken) return nothing(202);
      const membership = { id: world.nextId(), communityId: community.id, contactId };
      account.memberships.push(dialect === 'public' ? queued(membership, errand) : membership);
      return dialect === 'public' ? nothing(202) : json(201, membershipBody(membership, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/community/memberships/{id}',
    answer(errand) {
      const { account, ids } = errand;
      const rest = account.memberships.filter(
        (membership) => membership.id !== Number(ids[0]) || !isThere(membership, errand),
      );
      if (rest.length === account.memberships.length) notFound();
      account.memberships = rest;
      return done(errand);
    },
  },
];

/** What was queued is there once its moment has come. */
const isThere = ({ from }: Membership, { now }: Errand): boolean =>
  from === undefined || from <= now.getTime();

const queued = (membership: Membership, { now, world }: Errand): Membership =>
  world.membershipsQueueMs === 0
    ? membership
    : { ...membership, from: now.getTime() + world.membershipsQueueMs };

function membershipBody(membership: Membership, { account }: Errand): object {
  const community = account.communities.find(({ id }) => id === membership.communityId);
  return { id: membership.id, community, contact: { id: membership.contactId } };
}
