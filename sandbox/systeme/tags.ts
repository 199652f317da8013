import { json } from '../reply.ts';
import type { ContactTag } from '../world/systeme.ts';
import { contactBody, contactOf } from './contacts.ts';
import { done, moment } from './endpoint.ts';
import type { Endpoint, Errand } from './endpoint.ts';
import { pageReply } from './paging.ts';
import { invalid, notFound } from './problem.ts';
import { isCalled } from './school.ts';

export const tagEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/tags',
    answer(errand) {
      const found = errand.account.tags.filter(({ name }) => isCalled(errand, name));
      return pageReply(found, errand, (tag) => tag);
    },
  },
  { method: 'GET', path: '/tags/{id}', answer: (errand) => json(200, tagOf(errand)) },
  {
    method: 'POST',
    path: '/tags',
    answer(errand) {
      const { account, world, now } = errand;
      const tag = { id: world.nextId(), name: nameOf(errand), createdAt: moment(now) };
      account.tags.push(tag);
      return json(201, tag);
    },
  },
  {
    method: 'PUT',
    path: '/tags/{id}',
    answer(errand) {
      const tag = tagOf(errand);
      tag.name = nameOf(errand, tag);
      return json(200, tag);
    },
  },
  {
    method: 'DELETE',
    path: '/tags/{id}',
    answer(errand) {
      const { account } = errand;
      const { id } = tagOf(errand);
      account.tags = account.tags.filter((tag) => tag.id !== id);
      for (const contact of account.contacts) contact.tagIds.delete(id);
      return done(errand);
    },
  },
  {
    method: 'POST',
    path: '/contacts/{id}/tags',
    answer(errand) {
      const { account, body, dialect } = errand;
      const contact = contactOf(errand);
      const tagId = body.tagId;
      if (typeof tagId !== 'number') invalid('tagId', 'blank');
      if (!account.tags.some(({ id }) => id === tagId)) invalid('tagId', 'unknown');
      if (dialect === 'public' && contact.tagIds.has(tagId)) invalid('tagId', 'assigned');
      contact.tagIds.add(tagId);
      return dialect === 'public' ? done(errand) : json(201, contactBody(contact, errand));
    },
  },
  {
    method: 'DELETE',
    path: '/contacts/{id}/tags/{tagId}',
    answer(errand) {
      const contact = contactOf(errand);
      const removed = contact.tagIds.delete(Number(errand.ids[1]));
      return removed || errand.dialect === 'seed' ? done(errand) : notFound();
    },
  },
];

function tagOf({ account, ids }: Errand): ContactTag {
  return account.tags.find(({ id }) => id === Number(ids[0])) ?? notFound();
}

function nameOf({ account, body }: Errand, own?: ContactTag): string {
  const { name } = body;
  if (typeof name !== 'string' || name.trim() === '') invalid('name', 'blank');
  if (name.length > 64) invalid('name', 'long');
  const taken = account.tags.some(
    (tag) => tag !== own && tag.name.toLowerCase() === name.toLowerCase(),
  );
  return taken ? invalid('name', 'used') : name;
}
