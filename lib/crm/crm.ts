/**
 * The port: what a back end can be asked, whichever of the two it is. Asking a third would end
 * here; telling it apart would not (“A third system” in CONTRIBUTING.md).
 */
import type { Result } from '../failure';
import type { JourneyOffer, NewTag, TagOffer } from '../people/offers';
import type { AccountRef, Place } from '../people/account';
import type { EmailAddress } from '../people/address';
import type { Catalogue, TagCount } from '../people/catalogue';
import type { ConnectionListing } from '../people/connection';
import type {
  AddressChange,
  CancelAt,
  Choice,
  CourseAccess,
  Details,
  Ended,
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
  StagedImport,
  StageSource,
} from '../people/list-work';
import type { Preview } from '../people/preview';
import type { Profile, Tag } from '../people/profile';
import type { RollOrder, RollPage, RollPosition } from './roll';

/**
 * A click overtakes background work in the account's budget. `spare` is background work that has
 * hours: it spreads its calls, so that clicks find room.
 */
export type Urgency = 'click' | 'background' | 'spare';

export interface Ask {
  urgency: Urgency;
  signal?: AbortSignal;
  /** Whoever has a deed done hears of its requests here: see `noted.ts`. */
  note?: (what: Noted) => void;
}

/** A write was taken by the server, or a request of any kind came to nothing. */
export type Noted = 'taken' | 'failed';

/** Null when the id is gone, `moved` when it is there and carries another address (law 1). */
export type Reread = Profile | 'moved' | null;

/** The tags that could be read; `missing` names the lists of which they could not. */
export type TagsReply = Result<TagOffer[]> & { missing?: Place[] };

/**
 * Writes are sent once and never retried here: what a lost answer means is decided by the
 * outbox (`lib/actions`), see `leavesDoubt`, and what a failure after a write means, see `noted.ts`.
 */
export interface Crm extends PersonDeeds, AccessDeeds, CatalogueDeeds, ListDeeds, ConnectionDeeds {
  account: AccountRef;
  /** Never throws: what failed is in the findings. */
  find(address: EmailAddress, ask: Ask): Promise<Findings>;
  /** One profile again, by the server's id. */
  reread(target: Target, ask: Ask): Promise<Result<Reread>>;
  /** One page of everybody in a place (null in Systeme.io); goes on from where a page has told. */
  roll(
    place: Place | null,
    asked: { from: RollPosition | null; order: RollOrder },
    ask: Ask,
  ): Promise<Result<RollPage>>;
  tags(ask: Ask): Promise<TagsReply>;
  journeys(ask: Ask): Promise<Result<JourneyOffer[]>>;
  /** The tag of that name, created where there is none. */
  ensureTag(place: Place | null, tag: NewTag, ask: Ask): Promise<Result<Tag>>;
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
  /** What that would do, where the server is known to tell without doing it. */
  previewUnsubscribe(target: Target, ipAddress: string, ask: Ask): Promise<Result<Preview>>;
  /** Confirms her opt-in with the code from the mail she was sent. */
  confirm(target: Target, code: string, ask: Ask): Promise<Result<null>>;
  removePerson(target: Target, ask: Ask): Promise<Result<null>>;
}

/** Courses, communities and subscriptions; the server's own ids are looked up before each write. */
export interface AccessDeeds {
  /** The id of what was made; null where the server does not tell, or she was in it already. */
  enrol(
    target: Target,
    course: Choice,
    access: CourseAccess,
    ask: Ask,
  ): Promise<Result<string | null>>;
  unenrol(target: Target, course: Choice, ask: Ask): Promise<Result<null>>;
  /** This one of hers alone, whatever others she has in the course. */
  endEnrolment(
    target: Target,
    enrolment: { id: string; course: Choice },
    ask: Ask,
  ): Promise<Result<null>>;
  join(target: Target, community: Choice, ask: Ask): Promise<Result<null>>;
  leave(target: Target, community: Choice, ask: Ask): Promise<Result<null>>;
  /** When it ended is read afterwards: some servers do not know the choice. */
  cancel(target: Target, subscriptionId: string, when: CancelAt, ask: Ask): Promise<Result<Ended>>;
}

/** What an account keeps to choose from. `place` is the Octeth list; null in Systeme.io. */
export interface CatalogueDeeds {
  /** Never throws: what failed is in the part that failed. */
  catalogue(ask: Ask): Promise<Catalogue>;
  renameTag(place: Place | null, tag: Choice, name: string, ask: Ask): Promise<Result<null>>;
  deleteTag(place: Place | null, tag: Choice, ask: Ask): Promise<Result<null>>;
  /** Some pages of a count; asked again with what it answered until nobody is left. */
  countTag(
    place: Place | null,
    counted: { tag: Choice; soFar: TagCount | null },
    ask: Ask,
  ): Promise<Result<TagCount>>;
  createField(field: { name: string; slug: string }, ask: Ask): Promise<Result<null>>;
  renameField(slug: string, name: string, ask: Ask): Promise<Result<null>>;
  deleteField(slug: string, ask: Ask): Promise<Result<null>>;
}

/** Maton's connections to Systeme.io, whatever their state; nothing else is reached by one. */
export interface ConnectionDeeds {
  connections(ask: Ask): Promise<Result<ConnectionListing[]>>;
  connection(connectionId: string, ask: Ask): Promise<Result<ConnectionListing>>;
  /** Whoever holds this address holds a session: it is opened, and kept or told nowhere (law 5). */
  connectionPage(connectionId: string, ask: Ask): Promise<Result<string>>;
  /** The id of the new one. */
  createConnection(ask: Ask): Promise<Result<string>>;
  removeConnection(connectionId: string, ask: Ask): Promise<Result<null>>;
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
  segments(place: Place, ask: Ask): Promise<Result<Segment[]>>;
  listSize(place: Place, ask: Ask): Promise<Result<ListSize>>;
  /** Those of these people (id and address) whom the list still has so, in one reading. */
  stillThere(place: Place, people: Choice[], ask: Ask): Promise<Result<Choice[]>>;
  importPeople(place: Place, order: ImportOrder, ask: Ask): Promise<Result<ImportJob>>;
  importState(place: Place, jobId: string, ask: Ask): Promise<Result<ImportJob>>;
  prepareImport(source: ImportSource, ask: Ask): Promise<Result<ForeignList[]>>;
  /** Whether the server still has the old import, which alone reads files of its own and databases. */
  hasOldImport(place: Place, ask: Ask): Promise<Result<boolean>>;
  /** Lets the server look at what it is to import, and imports nobody yet. */
  stageImport(place: Place, source: StageSource, ask: Ask): Promise<Result<StagedImport>>;
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
