import { sayHere } from '../accounts/say-here';
import { Notice } from '../ui/Notice';
import type { InVain } from './use-handed-on';

/** Law 3: that nothing came is not passed over. */
export function InVainNotice({ inVain }: { inVain: NonNullable<InVain> }) {
  return (
    <Notice tone="warn" live="alert">
      {inVain === 'gone' ? GONE : `${NOT_READ} ${sayHere(inVain)}`}
    </Notice>
  );
}

const AGAIN = 'Nothing was written. Hand them on from the popup once more.';
const GONE = `The addresses that were handed on are no longer here: five lots wait eight hours at most, until the browser closes. ${AGAIN}`;
const NOT_READ = `The addresses that were handed on could not be read. ${AGAIN}`;
