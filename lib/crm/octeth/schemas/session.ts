import * as v from 'valibot';
import { Id, listOf, Text } from './parts';

export const LoginReply = v.object({
  SessionID: v.pipe(v.string(), v.nonEmpty()),
  SubscriberInformation: v.object({ EmailAddress: v.string() }),
});

export const ListsOfReply = v.object({
  Lists: listOf(
    v.object({ ListID: Id, ListName: Text, Name: Text, SubscriptionStatus: v.string() }),
  ),
});
