/** What the account keeps to choose from: tags, fields, courses, communities. */
import { FailureError } from '../../failure';
import type { Choice } from '../../people/details';
import { attempt } from '../attempt';
import type { Ask, CatalogueDeeds } from '../crm';
import { assertId, assertName, sameName } from '../guards';
import type { SystemeClient } from './client';
import { assertFieldName, assertSlug } from './field-names';
import type { Systeme } from './find';
import { gather } from './gather';
import { labelOf } from './map-details';
import { isInvalid, isMissing } from './refusals';
import { pageAfter } from './rows';
import { countTag } from './tag-count';
import { readTags } from './tags';

export function catalogueDeeds({ client, now }: Systeme): CatalogueDeeds {
  return {
    async catalogue(ask) {
      const at = now();
      const [tags, fields, courses, communities] = await Promise.all([
        attempt('systeme tags', () => readTags(client, ask)),
        attempt('systeme fields', () => readFields(client, ask)),
        attempt('systeme courses', () => readCourses(client, ask)),
        attempt('systeme communities', () => readCommunities(client, ask)),
      ]);
      return { at, tags, fields, courses, communities };
    },
    renameTag: (_, tag, name, ask) =>
      attempt('systeme rename tag', async () => {
        const wanted = assertName(name);
        if (!(await needTag(client, tag, { orAs: wanted, ask }))) return null;
        await client.renameTag(tag.id, wanted, ask);
        return null;
      }),
    deleteTag: (_, tag, ask) =>
      attempt('systeme delete tag', async () => {
        await unlessGone(async () => {
          await needTag(client, tag, { ask });
          await client.deleteTag(tag.id, ask);
        });
        return null;
      }),
    countTag: (_, { tag, soFar }, ask) =>
      attempt('systeme count tag', () =>
        countTag({ client, tagId: assertId(tag.id, 'tag') }, soFar, ask),
      ),
    createField: (field, ask) =>
      attempt('systeme create field', () => createField(client, field, ask)),
    renameField: (slug, name, ask) =>
      attempt('systeme rename field', async () => {
        await client.renameContactField(assertSlug(slug), assertFieldName(name), ask);
        return null;
      }),
    deleteField: (slug, ask) =>
      attempt('systeme delete field', async () => {
        const wanted = assertSlug(slug);
        await unlessGone(() => client.deleteContactField(wanted, ask));
        return null;
      }),
  };
}

/** The tag still bears the name that was read and agreed to (law 8); false where `orAs` is so. */
async function needTag(
  client: SystemeClient,
  tag: Choice,
  { orAs, ask }: { orAs?: string; ask: Ask },
): Promise<boolean> {
  const { name } = await client.tagById(assertId(tag.id, 'tag'), ask);
  if (name === orAs) return false;
  if (sameName(name, tag.name)) return true;
  const reason = `This tag is called “${name}” by now, no longer “${tag.name}”`;
  throw new FailureError({ kind: 'refused', reason, code: null });
}

async function createField(
  client: SystemeClient,
  { name, slug }: { name: string; slug: string },
  ask: Ask,
): Promise<null> {
  const field = { name: assertFieldName(name), slug: assertSlug(slug) };
  try {
    await client.createContactField(field, ask);
  } catch (error) {
    // Made by an earlier try, or by somebody else in between.
    if (!isInvalid(error)) throw error;
    const fields = await readFields(client, ask);
    const isSo = fields.some((one) => one.id === field.slug && sameName(one.name, field.name));
    if (!isSo) throw error;
  }
  return null;
}

/** What is gone already needs no taking away. */
async function unlessGone(task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function readFields(client: SystemeClient, ask: Ask) {
  const { items } = await client.contactFields(ask);
  return items.map((field) => ({
    id: field.slug,
    name: labelOf(field),
    place: null,
    required: false,
  }));
}

async function readCourses(client: SystemeClient, ask: Ask) {
  const courses = await gather({
    read: (after) => client.courses(pageAfter(after), ask),
    isWanted: () => true,
    signal: ask.signal,
  });
  return courses.map(({ id, name, modules }) => ({
    id,
    name,
    modules: (modules ?? []).map((module) => ({
      id: module.id,
      name: module.name?.trim() || `Module ${module.id}`,
    })),
  }));
}

const readCommunities = (client: SystemeClient, ask: Ask): Promise<Choice[]> =>
  gather({
    read: (after) => client.communities(pageAfter(after), ask),
    isWanted: () => true,
    signal: ask.signal,
  });
