/** What can be chosen on one list: its segments, tags and fields, and whom they stand for. */
import type { Result } from '@/lib/failure';
import type { Place } from '@/lib/people/account';
import type { Catalogue } from '@/lib/people/catalogue';
import type { Choice } from '@/lib/people/details';
import type { ExportGroup, PeopleGroup, Segment, Whom } from '@/lib/people/list-work';
import { countedPeople } from '@/lib/people/people-words';

export interface ListOffers {
  segments: Segment[];
  tags: Choice[];
  fields: Choice[];
  /** What could not be read, in words; null where all could. */
  missing: string | null;
}

interface Read {
  catalogue: Catalogue | null;
  segments: Result<Segment[]> | null;
  isSearched: boolean;
}

export function offersOf(place: Place, { catalogue, segments, isSearched }: Read): ListOffers {
  const here = (part?: Result<(Choice & { place: Place | null })[]>): Choice[] =>
    part?.ok
      ? part.value.filter((row) => row.place?.id === place.id).map(({ id, name }) => ({ id, name }))
      : [];
  const unread = [
    segments?.ok === false && 'segments',
    catalogue?.tags.ok === false && 'tags',
    catalogue?.fields.ok === false && 'fields',
  ].filter((name) => name !== false);
  return {
    segments: segments?.ok ? segments.value : [],
    tags: here(catalogue?.tags),
    fields: here(catalogue?.fields),
    missing: isSearched ? sayUnread(unread) : NOT_SEARCHED,
  };
}

const NOT_SEARCHED =
  'Tags and fields are read of searched lists alone; choose this list in the options to use them here.';

const sayUnread = (unread: string[]): string | null =>
  unread.length === 0
    ? null
    : `The ${unread.join(' and ')} of this list could not be read, so none can be chosen.`;

const GROUP_WORDS: Record<Extract<PeopleGroup, string>, string> = {
  active: 'Active',
  pending: 'Not confirmed yet',
  unsubscribed: 'Unsubscribed',
  'soft-bounced': 'Soft bounced',
  'hard-bounced': 'Hard bounced',
  suppressed: 'Suppressed',
};

interface WhomOption<What> {
  value: string;
  label: string;
  what: What;
}

const segmentOptions = (segments: Segment[]): WhomOption<{ segment: Choice }>[] =>
  segments.map(({ id, name, people }) => ({
    value: `segment ${id}`,
    label: `Segment: ${name}${people === null ? '' : ` (${countedPeople(people)})`}`,
    what: { segment: { id, name } },
  }));

/** Whom to show: groups that every list has, then what somebody has made. */
export function whomOptions({ segments, tags }: ListOffers): WhomOption<Whom>[] {
  const groups = Object.entries(GROUP_WORDS) as [Extract<PeopleGroup, string>, string][]; // its keys
  return [
    ...groups.map(([group, label]) => ({ value: group, label, what: { group } })),
    ...segmentOptions(segments).map((option) => ({ ...option, what: { group: option.what } })),
    ...tags.map(({ id, name }) => ({
      value: `tag ${id}`,
      label: `Tag: ${name}`,
      what: { search: { by: 'tag' as const, tag: { id, name } } },
    })),
  ];
}

/** Of whom an export can be made. */
export function exportOptions({ segments }: ListOffers): WhomOption<ExportGroup | null>[] {
  const groups = Object.entries(GROUP_WORDS) as [Extract<PeopleGroup, string>, string][]; // its keys
  return [
    { value: 'everyone', label: 'Everyone', what: null },
    ...groups.flatMap(([group, label]) =>
      group === 'pending' ? [] : [{ value: group, label, what: group }],
    ),
    ...segmentOptions(segments),
  ];
}
