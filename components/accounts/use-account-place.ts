import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type AccountPlace, hashOf, placeAt } from './account-pages';

/** Which account's page the address names; following it, going back gives the focus back. */
export function useAccountPlace(): AccountPlace | null {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const handleChange = () => setHash(location.hash);
    addEventListener('hashchange', handleChange);
    return () => removeEventListener('hashchange', handleChange);
  }, []);
  const place = placeAt(hash);
  useComingHome(place);
  return place;
}

/** Back among the sections: to the button that led away, or to the section that was asked for. */
function useComingHome(place: AccountPlace | null): void {
  const left = useRef<AccountPlace | null>(place);
  const hash = place ? hashOf(place) : '';
  useLayoutEffect(() => {
    const from = left.current;
    left.current = place;
    if (place !== null || from === null) return;
    const section = document.getElementById(location.hash.slice(1));
    if (section && section.id !== 'accounts') section.scrollIntoView();
    else document.querySelector<HTMLElement>(openerOf(from))?.focus();
  }, [hash]);
}

const openerOf = (place: AccountPlace): string => `[data-opens="${CSS.escape(hashOf(place))}"]`;
