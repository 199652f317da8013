// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { useSandbox } from '../testing.ts';

describe.each(['seed', 'public'] as const)('%s: what fills the pickers', (dialect) => {
  const here = useSandbox({ dialect });
  const isPublic = dialect === 'public';

  test('user.current tells who the key belongs to, and carries secrets not to be kept', async () => {
    const { json } = await here.octeth('user.current');
    expect(json).toMatchObject({
      Success: true,
      ErrorCode: 0,
      UserInfo: {
        UserID: 1,
        EmailAddress: 'studio@harbour.example',
        MFA_SecretKey: expect.stringContaining('SECRET'),
      },
    });
    const { GroupInfo } = json.UserInfo as { GroupInfo: { Permissions?: string } };
    expect(GroupInfo.Permissions).toBe(isPublic ? '*' : undefined);
  });

  test('lists.get', async () => {
    const { json } = await here.octeth('lists.get');
    expect(json).toMatchObject({
      Success: true,
      ErrorCode: 0,
      ErrorText: '',
      TotalListCount: 3,
      Lists: [{ Name: 'Archive 2019' }, { Name: 'Customers' }, { Name: 'Newsletter' }],
    });
    const ids = (json.Lists as { ListID: unknown }[]).map(({ ListID }) => ListID);
    expect(ids).toEqual(isPublic ? [31, 27, 12] : ['31', '27', '12']);
  });

  test('lists.get, a page of it in another order', async () => {
    const page = { RecordsPerRequest: 2, RecordsFrom: 1, OrderField: 'ListID' };
    const { json } = await here.octeth('lists.get', page);
    expect(json.TotalListCount).toBe(3);
    expect(json.Lists).toMatchObject([{ Name: 'Customers' }, { Name: 'Archive 2019' }]);
  });

  test('lists.get searches where it can', async () => {
    const { json } = await here.octeth('lists.get', { Search: 'news' });
    expect(json.Lists).toHaveLength(isPublic ? 1 : 3);
  });

  test('customfields.get, ids as text', async () => {
    const { json } = await here.octeth('customfields.get', { SubscriberListID: 27 });
    expect(json).toMatchObject({ Success: true, ErrorCode: 0, TotalFieldCount: 3 });
    expect(json.CustomFields).toMatchObject([
      { CustomFieldID: '53', RelListID: '27', FieldName: 'Customer number', IsRequired: 'Yes' },
      { CustomFieldID: '51', FieldName: 'First name', IsRequired: 'No', IsGlobal: 'No' },
      { CustomFieldID: '52', FieldName: 'Last name', FieldType: 'Single line' },
    ]);
  });

  test('customfields.get tells the fields of every list only if asked', async () => {
    const asked = { SubscriberListID: 12, ReturnGlobalCustomFields: true };
    const { json } = await here.octeth('customfields.get', asked);
    expect(json.TotalFieldCount).toBe(4);
    expect(json.CustomFields).toContainEqual(
      expect.objectContaining({ CustomFieldID: '90', RelListID: '0', IsGlobal: 'Yes' }),
    );
  });

  test.each([
    [{}, 1, 'Missing subscriber list id'],
    [{ SubscriberListID: 99 }, 2, 'Invalid subscriber list id'],
  ])('customfields.get of %j is code %i', async (parameters, code, text) => {
    const { json } = await here.octeth('customfields.get', parameters);
    expect(json).toEqual({ Success: false, ErrorCode: [code], ErrorText: [text] });
  });
});
