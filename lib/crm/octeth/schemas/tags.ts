import * as v from 'valibot';
import { Count, Id, listOf, Text } from './parts';

/** `subscribers.search` rows of old versions name tags by text alone. */
export const PersonTag = v.union([
  v.pipe(
    v.string(),
    v.transform((name) => ({ TagID: '', TagName: name, Tag: undefined })),
  ),
  v.object({ TagID: Id, TagName: Text, Tag: Text }),
]);

export const TagsReply = v.object({
  Tags: listOf(
    v.object({
      ...{ TagID: Id, TagName: Text, Tag: Text, SubscriberCount: Count },
      // Told beside the rest: no tag is lost for it.
      TagDescription: v.fallback(Text, null),
    }),
  ),
});

export const TagCreatedReply = v.object({ TagID: Id });
