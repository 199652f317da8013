import type { Result } from '@/lib/failure';
import type { Enrolment, Membership, Subscription } from '@/lib/people/details';
import { sayLacking } from '@/lib/people/ability';
import type { Findings } from '@/lib/people/findings';
import type { Target } from '@/lib/people/intent';
import { useAbility } from '../hooks/use-ability';
import { useDetails, wantedOf } from '../hooks/use-details';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { Held } from './Held';
import { PartRow } from './PartRow';
import { isRunning, sayAccess, saySubscription } from './access-words';

/** Courses, communities and payments at a glance: asked for by themselves once she is found. */
export function AccessRows({ findings }: { findings: Findings }) {
  const { address } = useCard();
  const wanted = wantedOf(findings, address);
  const [state] = useDetails(wanted);
  const target = wanted[0]?.target;
  if (!state || !target) return null;
  const { courses = null, communities = null, subscriptions = null } = state.details ?? {};
  const row = { findings, state, target };
  return (
    <>
      <PartRow
        {...row}
        label="Courses"
        part={courses}
        none="None"
        deed="enrol"
        add={{ word: 'Enrol', name: 'Enrol in a course' }}
      >
        {valuesOf(courses).map((enrolment) => (
          <CourseItem key={enrolment.id} {...{ enrolment, target }} />
        ))}
      </PartRow>
      <PartRow
        {...row}
        label="Communities"
        part={communities}
        none="None"
        deed="join"
        add={{ word: 'Add', name: 'Add to a community' }}
      >
        {valuesOf(communities).map((membership) => (
          <CommunityItem key={membership.id} {...{ membership, target }} />
        ))}
      </PartRow>
      <PartRow {...row} label="Pays" part={subscriptions} none="Nothing" deed="cancel">
        {valuesOf(subscriptions).map((subscription) => (
          <PlanItem key={subscription.id} {...{ subscription, target }} />
        ))}
      </PartRow>
    </>
  );
}

const valuesOf = <Part,>(part: Result<Part[]> | null): Part[] => (part?.ok ? part.value : []);

function CourseItem({ enrolment, target }: { enrolment: Enrolment; target: Target }) {
  const { course, access, active } = enrolment;
  const words = (
    <>
      <span dir="auto">{course.name}</span>
      <small>, {sayAccess(enrolment)}</small>
    </>
  );
  // What is closed already has nothing to take away.
  if (!active) {
    return (
      <li class="held">
        <span>{words}</span>
      </li>
    );
  }
  return (
    <Held
      intent={{ kind: 'unenrol', target, course, access }}
      remove={`Remove from ${course.name}`}
    >
      {words}
    </Held>
  );
}

function CommunityItem({ membership, target }: { membership: Membership; target: Target }) {
  const { community } = membership;
  return (
    <Held intent={{ kind: 'leave', target, community }} remove={`Remove from ${community.name}`}>
      <span dir="auto">{community.name}</span>
    </Held>
  );
}

interface PlanItemProps {
  subscription: Subscription;
  target: Target;
}

/** Cancelling begins here, and asks when it is to end. */
function PlanItem({ subscription, target }: PlanItemProps) {
  const { half, setHalf } = useCard();
  const lacking = useAbility('cancel');
  const { id, plan } = subscription;
  const accountId = target.account.id;
  const isMine = half?.kind === 'cancel' && half.accountId === accountId;
  const isOpen = isMine && half.subscription.id === id;
  const subscribed = { id, name: plan };
  const begun = {
    kind: 'cancel',
    subscription: subscribed,
    when: 'period-end',
    sent: null,
  } as const;
  const handleCancel = () => setHalf(isOpen ? null : { ...begun, accountId });
  return (
    <li class="held">
      <span dir="auto">{saySubscription(subscription)}</span>
      {isRunning(subscription) && (
        <Button
          kind="quiet"
          size="small"
          data-home="cancel"
          aria-label={`Cancel ${plan}`}
          aria-expanded={isOpen}
          off={lacking !== null}
          title={lacking === null ? undefined : sayLacking(lacking)}
          onClick={handleCancel}
        >
          Cancel
        </Button>
      )}
    </li>
  );
}
