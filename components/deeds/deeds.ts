import type { AccessType, CancelAt, Choice } from '@/lib/people/details';
import type { Sent } from '../people/half-made';
import type { Findings } from '@/lib/people/findings';

/** On which of her lists: one by its id, every one of them, or not said yet. */
export type Where = string | null;

/** No list has this id. */
export const EVERYWHERE = '*';

/** What was typed into a field, by its key in the form. */
export interface Typed {
  key: string;
  text: string;
}

/** What can be done to a person besides tagging, starting a journey and adding; half made. */
export type Deed =
  /** The list of what can be done is open. */
  | { kind: 'actions' }
  | { kind: 'edit'; where: Where; typed: Typed[]; address: string | null; sent: Sent | null }
  | {
      kind: 'unsubscribe';
      where: Where;
      ipAddress: string;
      suppress: boolean;
      sent: Sent | null;
    }
  | { kind: 'confirm'; where: Where; code: string; sent: Sent | null }
  | { kind: 'delete'; where: Where; sent: Sent | null }
  | {
      kind: 'enrol';
      typed: string;
      course: Choice | null;
      access: AccessType;
      modules: string[];
      sent: Sent | null;
    }
  | { kind: 'join'; typed: string; sent: Sent | null }
  | { kind: 'cancel'; subscription: Choice; when: CancelAt; sent: Sent | null }
  /** `profile`: its key, see `profileKey`. */
  | { kind: 'leave-journey'; profile: string; journey: Choice; sent: Sent | null };

export type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }> & {
  accountId: string;
};

/** What the form of a deed is given. */
export interface DeedProps<Kind extends Deed['kind']> {
  findings: Findings;
  half: DeedOf<Kind>;
}

/** A deed as it begins. */
export const BEGUN = {
  edit: { kind: 'edit', where: null, typed: [], address: null, sent: null },
  unsubscribe: { kind: 'unsubscribe', where: null, ipAddress: '', suppress: false, sent: null },
  confirm: { kind: 'confirm', where: null, code: '', sent: null },
  delete: { kind: 'delete', where: null, sent: null },
  enrol: {
    ...{ kind: 'enrol', typed: '', course: null },
    ...{ access: 'full_access', modules: [], sent: null },
  },
  join: { kind: 'join', typed: '', sent: null },
} satisfies { [Kind in Deed['kind']]?: Extract<Deed, { kind: Kind }> };
