import type { Ask } from '../../crm';
import { get, Nothing, post, put, query, remove } from '../request';
import type { Asking, Page } from '../request';
import { Tag, TagsPage } from '../schemas';

export const tagCalls = (ask: Asking) => ({
  tags: (page: Page, by: Ask) =>
    ask({ ...get(`/tags${query(page)}`), schema: TagsPage, missing: 'command' }, by),
  tagById: (id: string, by: Ask) => ask({ ...get(`/tags/${id}`), schema: Tag, missing: 'tag' }, by),
  createTag: (name: string, by: Ask) =>
    ask({ ...post('/tags', { name }), schema: Tag, missing: 'command' }, by),
  renameTag: (id: string, name: string, by: Ask) =>
    ask({ ...put(`/tags/${id}`, { name }), schema: Nothing, missing: 'tag' }, by),
  deleteTag: (id: string, by: Ask) =>
    ask({ ...remove(`/tags/${id}`), schema: Nothing, missing: 'tag' }, by),
  assignTag: (contactId: string, tagId: string, by: Ask) => {
    const operation = post(`/contacts/${contactId}/tags`, { tagId: Number(tagId) });
    return ask({ ...operation, schema: Nothing, missing: 'person' }, by);
  },
  removeTag: (contactId: string, tagId: string, by: Ask) => {
    const operation = remove(`/contacts/${contactId}/tags/${tagId}`);
    return ask({ ...operation, schema: Nothing, missing: 'tag' }, by);
  },
});
