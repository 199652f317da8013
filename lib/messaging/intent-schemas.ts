/** What a write and a yes to it must look like on the wire; whether it makes sense is checked after. */
import * as v from 'valibot';
import { CONSEQUENCES } from '../people/concern';
import { ACCESS_TYPES } from '../people/details';
import {
  FAR_SOURCES,
  MOST_DELETED_AT_ONCE,
  MOST_IMPORT_CHARACTERS,
  SEPARATORS,
} from '../people/list-work';
import { NEW_STANDINGS, STANDINGS } from '../people/standing';

/** Longer than any text a person pastes to look somebody up, short enough to parse at once. */
export const TYPED_LENGTH = 20_000;
/** As many fields as a form has, and more. */
const FIELDS_CEILING = 500;
const MODULES_CEILING = 1_000;
const CONNECTIONS_CEILING = 1_000;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const name = v.pipe(v.string(), v.maxLength(1_000));
const typed = v.pipe(v.string(), v.maxLength(TYPED_LENGTH));
export const address = v.pipe(v.string(), v.minLength(3), v.maxLength(TYPED_LENGTH));
const day = v.pipe(v.string(), v.isoDate());
export const ipAddress = v.pipe(v.string(), v.maxLength(64));

export const place = v.object({ id, name });
export const account = v.object({ id, name, system: v.picklist(['octeth', 'systeme']) });
export const target = v.object({ account, place: v.nullable(place), profileId: id, address });
const desk = v.object({ account, place: v.nullable(place) });
export const choice = v.object({ id, name });
const names = v.pipe(v.array(name), v.maxLength(FIELDS_CEILING));
const fields = v.pipe(
  v.array(v.object({ id, name, before: typed, after: typed })),
  v.maxLength(FIELDS_CEILING),
);
const newAddress = v.nullable(v.object({ before: address, after: address }));

const access = v.variant('type', [
  v.object({ type: v.picklist(['full_access', 'dripping_content']) }),
  v.object({
    type: v.picklist(['partial_access', 'partial_dripping_access']),
    modules: v.pipe(v.tupleWithRest([id], id), v.maxLength(MODULES_CEILING)),
  }),
]);

export const intent = v.variant('kind', [
  v.object({
    kind: v.literal('tag'),
    target,
    tag: v.object({ id: v.nullable(id), name }),
  }),
  v.object({ kind: v.literal('untag'), target, tag: choice }),
  v.object({ kind: v.literal('trigger-journey'), target, journey: choice }),
  v.object({ kind: v.literal('leave-journey'), target, journey: choice }),
  v.object({ kind: v.literal('exit-journey'), target, journey: choice }),
  v.object({
    kind: v.literal('add'),
    person: v.object({
      account,
      place: v.nullable(place),
      address,
      firstName: name,
      lastName: name,
      standing: v.picklist(NEW_STANDINGS),
      since: v.nullable(day),
      ipAddress: v.nullable(ipAddress),
      way: v.picklist(['create', 'subscribe']),
      fields,
    }),
  }),
  v.object({ kind: v.literal('update'), target, fields, newAddress }),
  v.object({ kind: v.literal('unsubscribe'), target, ipAddress, suppress: v.boolean() }),
  v.object({ kind: v.literal('confirm'), target, code: name }),
  v.object({ kind: v.literal('enrol'), target, course: choice, access }),
  v.object({
    kind: v.literal('unenrol'),
    target,
    course: choice,
    access: v.nullable(v.picklist(ACCESS_TYPES)),
  }),
  v.object({ kind: v.literal('join'), target, community: choice }),
  v.object({ kind: v.literal('leave'), target, community: choice }),
  v.object({
    kind: v.literal('cancel'),
    target,
    subscription: choice,
    when: v.picklist(['now', 'period-end']),
  }),
  v.object({ kind: v.literal('delete'), target }),
  v.object({ kind: v.literal('create-tag'), desk, name, description: v.optional(name) }),
  v.object({ kind: v.literal('rename-tag'), desk, tag: choice, name }),
  v.object({
    kind: v.literal('delete-tag'),
    desk,
    tag: choice,
    people: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('create-field'), desk, name, slug: name }),
  v.object({ kind: v.literal('rename-field'), desk, field: choice, name }),
  v.object({ kind: v.literal('delete-field'), desk, field: choice }),
  v.object({
    kind: v.literal('import'),
    desk,
    loadId: id,
    people: v.union([v.number(), v.picklist(FAR_SOURCES)]),
    tags: names,
    updateKnown: v.boolean(),
    startActions: v.boolean(),
    jobId: v.nullable(id),
  }),
  v.object({
    kind: v.literal('delete-people'),
    desk,
    people: v.pipe(
      v.array(v.object({ id, name: address })),
      v.minLength(1),
      v.maxLength(MOST_DELETED_AT_ONCE),
    ),
  }),
  v.object({
    kind: v.literal('empty-list'),
    desk,
    people: v.nullable(v.number()),
    alsoTags: v.boolean(),
  }),
  v.object({
    kind: v.literal('create-connection'),
    desk,
    known: v.pipe(v.array(id), v.maxLength(CONNECTIONS_CEILING)),
    connectionId: v.nullable(id),
  }),
  v.object({ kind: v.literal('remove-connection'), desk, connection: choice }),
]);

const columns = v.pipe(
  v.array(v.nullable(v.union([v.literal('address'), choice]))),
  v.maxLength(FIELDS_CEILING),
);

export const importLoad = v.union([
  // The whole of it has a ceiling, whatever it is made of.
  v.pipe(
    v.object({
      lines: v.array(v.pipe(v.array(v.string()), v.maxLength(FIELDS_CEILING))),
      columns,
    }),
    v.check(({ lines }) => isWithin(lines), 'too long'),
  ),
  v.object({ url: typed, separator: v.picklist(SEPARATORS), columns }),
  v.object({ staged: v.object({ id, from: v.picklist(['server-file', 'database']) }), columns }),
]);

function isWithin(lines: string[][]): boolean {
  let characters = 0;
  for (const cells of lines) for (const cell of cells) characters += cell.length + 1;
  return characters <= MOST_IMPORT_CHARACTERS;
}

export const concern = v.variant('kind', [
  v.object({
    kind: v.literal('standing'),
    standing: v.picklist(STANDINGS),
    place: v.nullable(place),
  }),
  v.object({
    kind: v.literal('address-standing'),
    standing: v.picklist(STANDINGS),
    place: v.nullable(place),
    name: typed,
  }),
  v.object({
    kind: v.picklist(['new-tag', 'already-in-journey', 'journeys-unknown', 'in-doubt']),
    name,
  }),
  v.object({ kind: v.literal('consequence'), of: v.picklist(CONSEQUENCES), name: typed }),
  v.object({
    kind: v.literal('type-name'),
    name,
    people: v.nullable(v.number()),
    typed: v.exactOptional(name),
  }),
]);
