/**
 * How many people carry a tag. No server tells, so they are counted page by page: asked for by the
 * tag where that filter is heeded, else among all contacts. Where it stands goes back and forth
 * with whoever asks, so that a dead worker costs a few pages.
 */
import type { TagCount } from '../../people/catalogue';
import type { Ask } from '../crm';
import type { SystemeClient } from './client';
import { isInvalid, isMissing } from './refusals';
import { NOBODY } from './rows';
import type { Contact } from './schemas';
import { PAGE_SIZE, readAfter } from './walk';

const PAGES_AT_ONCE = 4;
const FEWEST = 10;

type Way = NonNullable<TagCount['next']>['way'];

interface Counting {
  client: SystemeClient;
  tagId: string;
}

export async function countTag(
  counting: Counting,
  soFar: TagCount | null,
  ask: Ask,
): Promise<TagCount> {
  let count = soFar ?? from(await wayOf(counting, ask));
  for (let pages = 0; pages < PAGES_AT_ONCE && count.next; pages += 1) {
    try {
      count = await goOn(counting, { ...count, next: count.next }, ask);
    } catch (error) {
      // What was counted is told; what stands in the way is met again by the next question.
      if (pages === 0) throw error;
      break;
    }
  }
  return count;
}

const from = (way: Way): TagCount => ({ people: 0, looked: 0, next: { way, after: null } });

async function goOn(
  { client, tagId }: Counting,
  { people, looked, next: { way, after } }: TagCount & { next: NonNullable<TagCount['next']> },
  ask: Ask,
): Promise<TagCount> {
  const page = await readAfter(client, after, ask, way === 'filter' ? { tags: tagId } : {});
  // Whoever it stood at was deleted meanwhile: nobody knows who was counted after.
  if (page === 'cursor-gone') return from(way);
  const carrying = page.items.filter(carries(tagId));
  if (way === 'filter') {
    // Whoever else is in the reply got past the filter, so there was none (law 1).
    const isHeeded = carrying.length === page.items.length;
    const isNobody = after === null && page.items.length === 0;
    if (!isHeeded || (isNobody && !(await findsOthers({ client, tagId }, ask))))
      return from('walk');
  }
  const last = page.items.at(-1)?.id;
  return {
    people: people + carrying.length,
    looked: looked + page.items.length,
    next: page.hasMore && last !== undefined ? { way, after: last } : null,
  };
}

/** A number that no tag has must find nobody: who ignores the filter answers with somebody. */
async function wayOf({ client }: Counting, ask: Ask): Promise<Way> {
  try {
    const { items } = await client.contacts({ limit: FEWEST, tags: NOBODY }, ask);
    return items.length === 0 ? 'filter' : 'walk';
  } catch (error) {
    // A server that finds fault with the number has read it.
    if (isInvalid(error) || isMissing(error)) return 'filter';
    throw error;
  }
}

/** “Nobody” is believed of a filter only where it finds people by a tag that they are seen to have. */
async function findsOthers({ client, tagId }: Counting, ask: Ask): Promise<boolean> {
  const newest = await client.contacts({ limit: PAGE_SIZE }, ask);
  if (newest.items.length === 0) return true;
  if (newest.items.some(carries(tagId))) return false;
  const [other] = newest.items.flatMap(({ tags }) => tags);
  if (!other) return false;
  const { items } = await client.contacts({ limit: FEWEST, tags: other.id }, ask);
  return items.some(carries(other.id));
}

const carries =
  (tagId: string) =>
  ({ tags }: Contact): boolean =>
    tags.some(({ id }) => id === tagId);
