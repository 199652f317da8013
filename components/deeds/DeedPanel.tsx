import type { Findings } from '@/lib/people/findings';
import type { Slot } from '@/lib/people/person';
import { Actions } from './Actions';
import { CancelForm } from './CancelForm';
import { ConfirmForm } from './ConfirmForm';
import { DeleteForm } from './DeleteForm';
import { EditForm } from './EditForm';
import { EnrolForm } from './EnrolForm';
import { JoinForm } from './JoinForm';
import { LeaveJourney } from './LeaveJourney';
import { LostForm } from './LostForm';
import { UnsubscribeForm } from './UnsubscribeForm';
import type { Deed, DeedOf } from './deeds';

export interface DeedPanelProps {
  /** Needed where somebody may be added to further lists. */
  slot?: Slot;
  findings: Findings;
  half: DeedOf<Deed['kind']>;
}

/** The deed that is half made. */
export function DeedPanel({ slot, findings, half }: DeedPanelProps) {
  const title = TITLES[half.kind];
  if (title && findings.profiles.length === 0) return <LostForm title={title} />;
  switch (half.kind) {
    case 'actions':
      return <Actions slot={slot ?? null} findings={findings} half={half} />;
    case 'edit':
      return <EditForm findings={findings} half={half} />;
    case 'unsubscribe':
      return <UnsubscribeForm findings={findings} half={half} />;
    case 'confirm':
      return <ConfirmForm findings={findings} half={half} />;
    case 'delete':
      return <DeleteForm findings={findings} half={half} />;
    case 'enrol':
      return <EnrolForm findings={findings} half={half} />;
    case 'join':
      return <JoinForm findings={findings} half={half} />;
    case 'cancel':
      return <CancelForm findings={findings} half={half} />;
    case 'leave-journey':
      return <LeaveJourney findings={findings} half={half} />;
  }
}

/** Of those that can do nothing where she is not found. */
const TITLES: { [Kind in Deed['kind']]?: string } = {
  enrol: 'Enrol in a course',
  join: 'Add to a community',
  cancel: 'Cancel subscription',
};
