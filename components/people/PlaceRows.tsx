import { sayFailure } from '@/lib/failure-words';
import type { Findings } from '@/lib/people/findings';
import type { Row } from '@/lib/people/person';
import type { Profile } from '@/lib/people/profile';
import chevron from 'lucide-static/icons/chevron-down.svg?raw';
import { profileKey } from '../details/details-book';
import { LazyMore } from '../details/lazy-more';
import { Icon } from '../ui/Icon';
import { ToneMark } from '../ui/ToneMark';
import { StandingLabel } from './StandingLabel';
import { useCard } from './card';
import { dayOf } from './times';

/** More lists than this, and those she is not on become one line. */
export const ROWS_SHOWN = 4;

export function PlaceRows({ rows, findings }: { rows: Row[]; findings: Findings }) {
  const isLong = rows.length > ROWS_SHOWN;
  const absent = rows.filter((row) => !row.profile && !row.failure);
  const shown = isLong ? rows.filter((row) => row.profile || row.failure) : rows;
  return (
    <>
      {shown.map((row) => (
        <PlaceRow key={row.place?.id ?? row.profile?.id} row={row} findings={findings} />
      ))}
      {isLong && absent.length > 0 && (
        <div class="row">
          <dt>Not on</dt>
          <dd class="absent-places" title={absent.map((row) => row.place?.name).join(', ')}>
            {absent.length} {absent.length === 1 ? 'list' : 'lists'}:{' '}
            {absent.map((row) => row.place?.name).join(', ')}
          </dd>
        </div>
      )}
    </>
  );
}

function PlaceRow({ row, findings }: { row: Row; findings: Findings }) {
  const name = row.place?.name ?? 'Contact';
  const { more } = useCard();
  const isOpen = row.profile !== null && more.opened.includes(profileKey(row.profile));
  return (
    <div class="row">
      <dt dir="auto" title={name}>
        {name}
      </dt>
      <dd class="place">
        {row.profile && <Standings profile={row.profile} />}
        {row.profile && <MoreButton profile={row.profile} isOpen={isOpen} />}
        {row.failure && (
          <span class="standing none" title={sayFailure(row.failure, findings.account.name).what}>
            <ToneMark tone="none" />
            {sayFailure(row.failure).what}
          </span>
        )}
        {!row.profile && !row.failure && (
          <span class="standing none is-absent">
            <ToneMark tone="none" />
            Not on this list
          </span>
        )}
      </dd>
      {row.profile && isOpen && (
        <dd class="row-wide">
          <LazyMore findings={findings} profile={row.profile} />
        </dd>
      )}
    </div>
  );
}

/** Opens everything that is known of her there. */
function MoreButton({ profile, isOpen }: { profile: Profile; isOpen: boolean }) {
  const { address, more } = useCard();
  const { name, place, account } = profile;
  const where = place ? `on ${place.name}` : `in ${account.name}`;
  return (
    <button
      type="button"
      class="icon-button more-button"
      aria-label={`More about ${name?.trim() || address} ${where}`}
      aria-expanded={isOpen}
      onClick={() => more.toggle(profileKey(profile))}
    >
      <Icon svg={chevron} />
    </button>
  );
}

function Standings({ profile }: { profile: Profile }) {
  return (
    <span class="standings">
      {profile.standings.map((standing) => (
        <StandingLabel key={standing} standing={standing} system={profile.account.system} />
      ))}
      {profile.since && <small>since {dayOf(profile.since)}</small>}
    </span>
  );
}
