import { useState } from 'preact/hooks';
import type { Profile } from '@/lib/people/profile';
import { targetOf } from '@/lib/people/person';
import { isIpAddress } from '../people/ip-address';
import { useCard } from '../people/card';
import { Check } from '../ui/Check';
import { Field } from '../ui/Field';
import { DeedForm } from './DeedForm';
import { WhereChoice } from './WhereChoice';
import type { DeedProps } from './deeds';
import { namesOf, profilesAt } from './where';

/** Octeth only: what will happen is said before anything is asked of the server. */
export function UnsubscribeForm({ findings, half }: DeedProps<'unsubscribe'>) {
  const { address, setHalf, acting } = useCard();
  const [isTried, setTried] = useState(false);
  const { account } = findings;
  const profiles = findings.profiles.filter(mayUnsubscribe);
  const chosen = profilesAt(half.where, profiles);
  const { ipAddress, suppress } = half;
  const ipProblem = isIpAddress(ipAddress) ? null : IP_PROBLEM;

  const handleSubmit = () => {
    setTried(true);
    if (ipProblem) return;
    setHalf(null);
    for (const profile of chosen) {
      const target = targetOf(profile, address);
      void acting.act({ kind: 'unsubscribe', target, ipAddress: ipAddress.trim(), suppress });
    }
  };
  return (
    <DeedForm
      title={`Unsubscribe in ${account.name}`}
      submit={chosen.length > 0 ? 'Unsubscribe' : 'Choose a list first'}
      isDanger
      isOff={chosen.length === 0}
      onSubmit={handleSubmit}
    >
      <WhereChoice
        profiles={profiles}
        where={half.where}
        onChange={(where) => setHalf({ ...half, where })}
      />
      <Field
        label="IP address"
        value={ipAddress}
        onInput={(text) => setHalf({ ...half, ipAddress: text })}
        hint="Octeth asks from where they asked to go, as proof. Addressee never makes one up."
        error={isTried ? ipProblem : null}
        required
      />
      <Check
        label="Suppress everywhere"
        hint={`No list of ${account.name} will mail this address again.`}
        checked={suppress}
        onChange={(isOn) => setHalf({ ...half, suppress: isOn })}
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
    </DeedForm>
  );
}

const IP_PROBLEM = 'Type the IP address from which they asked to go, such as 203.0.113.7.';

/** Who is out already is left alone; who is barred may still be on the list. */
export const mayUnsubscribe = ({ standings }: Profile): boolean =>
  !standings.includes('unsubscribed');
