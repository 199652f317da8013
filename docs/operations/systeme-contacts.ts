/** Systeme.io’s operations about contacts, tags and fields, through Maton. */
import { both } from './operation.ts';
import type { SystemeOperation } from './operation.ts';
import { BOTH, GONE, PAGES, REFUSED, system } from './systeme-codes.ts';

const CARD = 'Popup ▸ her card';
const DESK = 'Options ▸ the account ▸ Tags and fields';

export const systemeContacts: SystemeOperation[] = [
  {
    system,
    name: 'GET /contacts',
    does: 'looks an address up, or walks all contacts',
    place: {
      where: 'Popup ▸ the address field',
      control: 'Email address',
      file: 'components/people/SearchBox.tsx',
    },
    codes: both(PAGES),
    methods: ['contacts'],
  },
  {
    system,
    name: 'GET /contacts/{id}',
    does: 'reads her, before each write too',
    place: {
      where: `${CARD} ▸ the arrow beside the account`,
      control: 'More about',
      file: 'components/people/PlaceRows.tsx',
    },
    codes: both(GONE),
    methods: ['contact'],
  },
  {
    system,
    name: 'POST /contacts',
    does: 'adds a new person, with what the other account knows of her',
    place: {
      where: 'Popup ▸ the account she is not in',
      control: 'Add to',
      file: 'components/deeds/AddPersonForm.tsx',
    },
    codes: both(REFUSED),
    methods: ['createContact'],
  },
  {
    system,
    name: 'PATCH /contacts/{id}',
    does: 'changes her fields',
    place: { where: 'Popup ▸ Actions', control: 'Edit', file: 'components/deeds/Actions.tsx' },
    codes: both(BOTH),
    methods: ['updateContact'],
  },
  {
    system,
    name: 'DELETE /contacts/{id}',
    does: 'deletes her',
    place: { where: 'Popup ▸ Actions', control: 'Delete', file: 'components/deeds/Actions.tsx' },
    codes: both(GONE),
    methods: ['deleteContact'],
  },
  {
    system,
    name: 'POST /contacts/{id}/tags',
    does: 'gives her a tag',
    place: {
      where: `${CARD} ▸ Tags`,
      control: 'Add tag',
      file: 'components/people/TagRow.tsx',
    },
    codes: both(BOTH),
    methods: ['assignTag'],
  },
  {
    system,
    name: 'DELETE /contacts/{id}/tags/{tagId}',
    does: 'takes a tag from her',
    place: {
      where: `${CARD} ▸ Tags ▸ the cross on a tag`,
      control: 'Remove tag',
      file: 'components/people/TagRow.tsx',
    },
    codes: both(GONE),
    methods: ['removeTag'],
  },
];

export const systemeDesk: SystemeOperation[] = [
  {
    system,
    name: 'GET /tags',
    does: 'lists the tags',
    place: {
      where: `${DESK}; and under Add tag`,
      control: 'Tags',
      file: 'components/desk/TagsPart.tsx',
    },
    codes: both(PAGES),
    methods: ['tags'],
  },
  {
    system,
    name: 'GET /tags/{id}',
    does: 'reads a tag again before it is renamed or deleted',
    place: { where: `${DESK} ▸ a tag`, control: 'Rename', file: 'components/desk/DeskRow.tsx' },
    codes: both(GONE),
    methods: ['tagById'],
  },
  {
    system,
    name: 'POST /tags',
    does: 'makes a tag',
    place: {
      where: `${DESK}; or type a new name under Add tag`,
      control: 'Create tag',
      file: 'components/desk/CreateTag.tsx',
    },
    codes: both(REFUSED),
    methods: ['createTag'],
  },
  {
    system,
    name: 'PUT /tags/{id}',
    does: 'renames a tag',
    place: { where: `${DESK} ▸ a tag`, control: 'Rename', file: 'components/desk/DeskRow.tsx' },
    codes: both(BOTH),
    methods: ['renameTag'],
  },
  {
    system,
    name: 'DELETE /tags/{id}',
    does: 'deletes a tag, whoever has it',
    place: { where: `${DESK} ▸ a tag`, control: 'Delete', file: 'components/desk/DeskRow.tsx' },
    codes: both(GONE),
    methods: ['deleteTag'],
  },
  {
    system,
    name: 'GET /contact_fields',
    does: 'lists the fields',
    place: {
      where: `${DESK}; and under Edit`,
      control: 'Fields',
      file: 'components/desk/FieldsPart.tsx',
    },
    codes: both({}),
    methods: ['contactFields'],
  },
  {
    system,
    name: 'POST /contact_fields',
    does: 'makes a field',
    place: { where: DESK, control: 'Create field', file: 'components/desk/CreateField.tsx' },
    codes: both(REFUSED),
    methods: ['createContactField'],
  },
  {
    system,
    name: 'PATCH /contact_fields/{slug}',
    does: 'renames a field',
    place: { where: `${DESK} ▸ a field`, control: 'Rename', file: 'components/desk/DeskRow.tsx' },
    codes: both(BOTH),
    methods: ['renameContactField'],
  },
  {
    system,
    name: 'DELETE /contact_fields/{slug}',
    does: 'deletes a field and what stands in it',
    place: { where: `${DESK} ▸ a field`, control: 'Delete', file: 'components/desk/DeskRow.tsx' },
    codes: both(GONE),
    methods: ['deleteContactField'],
  },
];
