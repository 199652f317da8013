import type { CustomField, SubscriberList } from '../world/octeth.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { idsAsText } from './rows.ts';
import { page } from './window.ts';

export const listCommands: Commands = {
  'lists.get': {
    permission: 'Lists.Get',
    answer(call) {
      const { parameters, world, dialect } = call;
      const search = dialect === 'public' ? parameters.text('Search').toLowerCase() : '';
      const archived = dialect === 'public' && parameters.text('Archived') === 'true';
      const found = world.lists
        .filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(search))
        .filter(() => !archived);
      const rows = found.map((list) => listRow(list, call));
      const lists = page(rows, parameters, { size: 0, order: 'Name' });
      return { ...success, ErrorText: '', TotalListCount: found.length, Lists: lists };
    },
  },
  'customfields.get': {
    permission: 'CustomFields.Get',
    errors: { seed: 'list-and-text', public: 'list-and-text' },
    answer({ parameters, world }) {
      if (!parameters.filled('SubscriberListID')) refuse(1, 'Missing subscriber list id');
      const list = world.list(parameters.id('SubscriberListID') ?? 0);
      if (!list) refuse(2, 'Invalid subscriber list id');
      const withGlobal = parameters.flag('ReturnGlobalCustomFields', false);
      const rows = world
        .fieldsOn(list.id)
        .filter(({ listId }) => withGlobal || listId === list.id)
        .map(fieldRow);
      const fields = page(rows, parameters, { size: 0, order: 'FieldName' });
      return { ...success, ErrorText: '', TotalFieldCount: rows.length, CustomFields: fields };
    },
  },
};

function listRow(list: SubscriberList, { world, dialect }: Call): Record<string, unknown> {
  const active = world
    .onList(list.id)
    .filter(({ status, bounce }) => status === 'Subscribed' && bounce !== 'Hard').length;
  const common = {
    ListID: list.id,
    Name: list.name,
    RelOwnerUserID: 1,
    EncryptedSaltedListID: `salted-${list.id}`,
    EventListTrackerID: `list-${list.id}`,
    EventUserTrackerID: 'user-1',
    EventTrackerVariables: {},
    EventTrackerJS: '<script>/* tracker */</script>',
  };
  if (dialect === 'seed') return { ...common, ListID: String(list.id), RelOwnerUserID: '1' };
  return {
    ...common,
    Description: list.description,
    ArchivedAt: null,
    OptInMode: list.optInMode,
    CreatedOn: list.createdOn,
    SubscriberCount: active,
    ActiveSubscriberCount: active,
    SegmentCount: world.segments.filter(({ listId }) => listId === list.id).length,
    LastActivityAt: null,
    Options: { DoNotSendEmailCampaignIfRecipientIsEnrolledInJourneyOrAutoresponder: false },
  };
}

function fieldRow(field: CustomField): Record<string, unknown> {
  return idsAsText({
    CustomFieldID: field.id,
    RelListID: field.listId,
    FieldName: field.name,
    FieldType: 'Single line',
    FieldDefaultValue: '',
    ValidationMethod: field.validation,
    MergeTagAlias: field.mergeTag,
    IsRequired: field.required ? 'Yes' : 'No',
    IsUnique: field.unique ? 'Yes' : 'No',
    Visibility: 'Public',
    IsGlobal: field.listId === 0 ? 'Yes' : 'No',
  });
}
