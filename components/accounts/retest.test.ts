import { expect, test } from 'vitest';
import type { ConnectRequest } from '@/lib/messaging/protocol';
import { retest } from './retest';
import { octeth } from './testing/accounts';
import { fakePowers } from './testing/fake-powers';

test('law 4: testing again names nothing anew, so a name given elsewhere meanwhile stays', async () => {
  const sent: ConnectRequest[] = [];
  const connect = (request: ConnectRequest) => {
    sent.push(request);
    return { outcome: 'saved' as const, account: octeth(), said: [] };
  };
  await retest(octeth(), fakePowers({ replies: { connect } }), () => {});
  expect(sent).toEqual([expect.objectContaining({ name: '', key: null })]);
});
