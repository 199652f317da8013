import { useId, useState } from 'preact/hooks';
import { isIpAddress } from '@/lib/people/ip-address';
import type { Profile } from '@/lib/people/profile';
import { targetOf } from '@/lib/people/person';
import { type Previews, usePreviews } from '../hooks/use-previews';
import { sayNoIpAddress } from '../people/ip-words';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { Check } from '../ui/Check';
import { Field } from '../ui/Field';
import { DeedForm } from './DeedForm';
import { WhereChoice } from './WhereChoice';
import type { DeedProps } from './deeds';
import { sayPreviews } from './preview-words';
import { useSending } from './use-sending';
import { namesOf, profilesAt } from './where';

/** Octeth only: what will happen is told before anything is sent, and what the server says would, if asked. */
export function UnsubscribeForm({ findings, half }: DeedProps<'unsubscribe'>) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const [isTried, setTried] = useState(false);
  const { account } = findings;
  const profiles = findings.profiles.filter(mayUnsubscribe);
  const chosen = profilesAt(half.where, profiles);
  const { ipAddress, suppress } = half;
  const ipProblem = isIpAddress(ipAddress.trim())
    ? null
    : sayNoIpAddress(ipAddress, 'from which they asked to go');
  const previews = usePreviews({ profiles: chosen, address, ipAddress: ipAddress.trim() });

  const handleSubmit = () => {
    setTried(true);
    if (ipProblem) return;
    const how = { ipAddress: ipAddress.trim(), suppress };
    const targets = chosen.map((profile) => targetOf(profile, address));
    sending.send(targets.map((target) => ({ kind: 'unsubscribe', target, ...how })));
  };
  const handleAsk = () => {
    setTried(true);
    if (!ipProblem) void previews.ask();
  };
  const change = (part: Partial<typeof half>) => setHalf({ ...half, ...part, sent: null });
  return (
    <DeedForm
      title={`Unsubscribe in ${account.name}`}
      submit={chosen.length === 0 ? 'Choose a list first' : 'Unsubscribe'}
      isDanger
      isOff={chosen.length === 0}
      sending={sending}
      onSubmit={handleSubmit}
    >
      <WhereChoice profiles={profiles} where={half.where} onChange={(where) => change({ where })} />
      <Field
        label="IP address"
        value={ipAddress}
        onInput={(text) => change({ ipAddress: text })}
        hint="Octeth asks from where they asked to go, as proof. Addressee never makes one up."
        error={isTried ? ipProblem : null}
        required
      />
      <Check
        label="Suppress everywhere"
        hint={`No list of ${account.name} will mail this address again.`}
        checked={suppress}
        onChange={(isOn) => change({ suppress: isOn })}
      />
      {chosen.length > 0 && (
        <p class="deed-preview" dir="auto">
          What will happen: <b>{address}</b> is unsubscribed from <b>{namesOf(chosen)}</b>
          {suppress && (
            <>
              {' '}
              and put on the suppression list, so that <b>no list</b> of {account.name} mails it
            </>
          )}
          . Other lists are {suppress ? 'kept but get no mail' : 'not touched'}.
        </p>
      )}
      {chosen.length > 0 && (
        <AskFirst previews={previews} needsIp={ipProblem !== null} onAsk={handleAsk} />
      )}
      <div class="deed-said" role="status">
        {sayPreviews(previews.said, suppress).map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </DeedForm>
  );
}

interface AskFirstProps {
  previews: Previews;
  /** The question carries the IP address, and there is none yet. */
  needsIp: boolean;
  onAsk: () => void;
}

/** A deliberate press: a server that is not what it was might do what it is only asked about. */
function AskFirst({ previews, needsIp, onAsk }: AskFirstProps) {
  const hint = useId();
  return (
    <>
      <div class="deed-answers">
        <Button size="small" busy={previews.isAsking} aria-describedby={hint} onClick={onAsk}>
          Ask the server first
        </Button>
      </div>
      <p id={hint}>
        {needsIp && 'Type the IP address first. '}
        {RISK}
      </p>
    </>
  );
}

const RISK =
  'The server says what it would do and does nothing. It is asked only if it was seen to do so within a day; one that was replaced since may unsubscribe at once.';

/** Who is out already is left alone; who is barred may still be on the list. */
export const mayUnsubscribe = ({ standings }: Profile): boolean =>
  !standings.includes('unsubscribed');
