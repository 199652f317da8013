/** The port: what any back end can be asked. Both systems satisfy it; a third would too. */
import type { Result } from '../failure';
import type { JourneyOffer, TagOffer } from '../people/offers';
import type { AccountRef, Place } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { Catalogue } from '../people/catalogue';
import type {
  AddressChange,
  CancelAt,
  Choice,
  CourseAccess,
  Details,
  FieldChange,
} from '../people/details';
import type { Findings } from '../people/findings';
import type { JourneyChoice, NewPerson, Target } from '../people/intent';
import type {
  ExportedFile,
  ExportJob,
  ExportOrder,
  ForeignList,
  ImportJob,
  ImportOrder,
  ImportSource,
  ListSize,
  PeopleGroup,
  PeoplePage,
  PeopleSearch,
  Segment,
} from '../people/list-work';
import type { Profile, Tag } from '../people/profile';

/** A click overtakes background work in the account's budget. */
export type Urgency = 'click' | 'background';

export interface Ask {
  urgency: Urgency;
  signal?: AbortSignal;
}

/** The tags that could be read; `missing` names the lists of which they could not. */
export type TagsReply = Result<TagOffer[]> & { missing?: Place[] };

/**
 * Writes are sent once and never retried here: what a lost answer means is decided by the
 * outbox (`lib/actions`), see `leavesDoubt`.
 */
export interface Crm extends PersonDeeds, AccessDeeds, CatalogueDeeds, ListDeeds {
  account: AccountRef;
  /** Never throws: what failed is in the findings. */
  find(address: EmailAddress, ask: Ask): Promise<Findings>;
  /** One profile again, by the server's id; null when it is gone or carries another address. */
  reread(target: Target, ask: Ask): Promise<Result<Profile | null>>;
  tags(ask: Ask): Promise<TagsReply>;
  journeys(ask: Ask): Promise<Result<JourneyOffer[]>>;
  /** The tag of that name, created where there is none. */
  ensureTag(place: Place | null, name: string, ask: Ask): Promise<Result<Tag>>;
  tag(target: Target, tagId: string, ask: Ask): Promise<Result<null>>;
  untag(target: Target, tagId: string, ask: Ask): Promise<Result<null>>;
  triggerJourney(target: Target, journey: JourneyChoice, ask: Ask): Promise<Result<null>>;
  leaveJourney(target: Target, journey: JourneyChoice, ask: Ask): Promise<Result<null>>;
  add(person: NewPerson, ask: Ask): Promise<Result<null>>;
}

/** What can be done to one person besides tags and journeys. Each is sent once. */
export interface PersonDeeds {
  /** Never throws: what failed is in the part that failed. */
  details(target: Target, ask: Ask): Promise<Details>;
  exitJourney(target: Target, journey: JourneyChoice, ask: Ask): Promise<Result<null>>;
  /** Only what is named is changed; Systeme.io cannot change an address. */
  update(
    target: Target,
    changes: { fields: FieldChange[]; address: AddressChange | null },
    ask: Ask,
  ): Promise<Result<null>>;
  /** `ipAddress` is asked for, never invented; `suppress` bars her from every list. */
  unsubscribe(
    target: Target,
    how: { ipAddress: string; suppress: boolean },
    ask: Ask,
  ): Promise<Result<null>>;
  /** Confirms her opt-in with the code from the mail she was sent. */
  confirm(target: Target, code: string, ask: Ask): Promise<Result<null>>;
  removePerson(target: Target, ask: Ask): Promise<Result<null>>;
}

/** Courses, communities and subscriptions; the server's own ids are looked up before each write. */
export interface AccessDeeds {
  enrol(target: Target, course: Choice, access: CourseAccess, ask: Ask): Promise<Result<null>>;
  unenrol(target: Target, course: Choice, ask: Ask): Promise<Result<null>>;
  join(target: Target, community: Choice, ask: Ask): Promise<Result<null>>;
  leave(target: Target, community: Choice, ask: Ask): Promise<Result<null>>;
  cancel(target: Target, subscriptionId: string, when: CancelAt, ask: Ask): Promise<Result<null>>;
}

/** What an account keeps to choose from. `place` is the Octeth list; null in Systeme.io. */
export interface CatalogueDeeds {
  /** Never throws: what failed is in the part that failed. */
  catalogue(ask: Ask): Promise<Catalogue>;
  renameTag(place: Place | null, tag: Choice, name: string, ask: Ask): Promise<Result<null>>;
  deleteTag(place: Place | null, tag: Choice, ask: Ask): Promise<Result<null>>;
  createField(field: { name: string; slug: string }, ask: Ask): Promise<Result<null>>;
  renameField(slug: string, name: string, ask: Ask): Promise<Result<null>>;
  deleteField(slug: string, ask: Ask): Promise<Result<null>>;
}

/** Work on a whole list; Octeth alone has lists. The caller shows what it does and has it agreed. */
export interface ListDeeds {
  /** A page that breaks the question is told as a server that ignores it, never shown (law 1). */
  searchPeople(
    place: Place,
    asked: { search: PeopleSearch; from: number },
    ask: Ask,
  ): Promise<Result<PeoplePage>>;
  browsePeople(
    place: Place,
    asked: { group: PeopleGroup; from: number },
    ask: Ask,
  ): Promise<Result<PeoplePage>>;
  /** Every page from there on, until the signal is aborted; throws a `FailureError`. */
  walkPeople(
    place: Place,
    asked: { group: PeopleGroup; from: number },
    ask: Ask,
  ): AsyncGenerator<PeoplePage>;
  segments(place: Place, ask: Ask): Promise<Result<Segment[]>>;
  listSize(place: Place, ask: Ask): Promise<Result<ListSize>>;
  /** Those of these people (id and address) whom the list still has so, in one reading. */
  stillThere(place: Place, people: Choice[], ask: Ask): Promise<Result<Choice[]>>;
  importPeople(place: Place, order: ImportOrder, ask: Ask): Promise<Result<ImportJob>>;
  importState(place: Place, jobId: string, ask: Ask): Promise<Result<ImportJob>>;
  prepareImport(source: ImportSource, ask: Ask): Promise<Result<ForeignList[]>>;
  exportPeople(place: Place, order: ExportOrder, ask: Ask): Promise<Result<ExportJob>>;
  exportState(place: Place, jobId: string, ask: Ask): Promise<Result<ExportJob>>;
  exportFile(
    place: Place,
    job: { id: string; format: ExportedFile['type'] },
    ask: Ask,
  ): Promise<Result<ExportedFile>>;
  /** By the server's own ids, never by a rule (law 8). */
  removePeople(place: Place, ids: [string, ...string[]], ask: Ask): Promise<Result<null>>;
  /** The caller has compared the name that was typed with `place.name`. */
  removeEveryone(place: Place, how: { alsoTags: boolean }, ask: Ask): Promise<Result<null>>;
}
