import * as v from 'valibot';
import { Id, listOf, Text } from './parts';

export const ListsReply = v.object({
  Lists: listOf(v.object({ ListID: Id, Name: Text, ListName: Text })),
});

export const CustomFieldsReply = v.object({
  CustomFields: listOf(
    v.object({ CustomFieldID: Id, FieldName: Text, MergeTagAlias: Text, IsRequired: Text }),
  ),
});

/** `user.current` also tells second-factor secrets: nothing but these three is ever read. */
export const UserReply = v.object({
  UserInfo: v.object({
    EmailAddress: Text,
    Username: Text,
    GroupInfo: v.fallback(v.object({ Permissions: Text }), { Permissions: null }),
  }),
});
