import { sayWhole } from '@/lib/failure-words';
import { Notice } from '../ui/Notice';
import type { InVain } from './use-handed-on';

/** Law 3: that nothing came is not passed over. */
export function InVainNotice({ inVain }: { inVain: NonNullable<InVain> }) {
  return (
    <Notice tone="warn" live="alert">
      {typeof inVain === 'string' ? GONE[inVain] : `${NOT_READ} ${sayWhole(inVain)}`}
    </Notice>
  );
}

const AGAIN = 'This tab has written nothing. Hand them on from the popup once more.';
const NO_LONGER = 'The addresses that were handed on are no longer here:';
const GONE = {
  'crowded-out': `${NO_LONGER} five lots were handed on after them, and no more are kept. ${AGAIN}`,
  gone: `${NO_LONGER} they are kept until they are used or their tab is closed, eight hours at most. ${AGAIN}`,
};
const NOT_READ = `The addresses that were handed on could not be read. ${AGAIN}`;
